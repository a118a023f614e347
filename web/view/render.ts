import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { coverage, type OnMonth } from "./coverage";
import { type EventHref, latestEvents } from "./events";
import { explanations } from "./explanations";
import { headline } from "./headline";
import { limits } from "./limits";
import { indexPicture, levelPicture } from "./main-figures";
import { analystNote, type NoteOptions } from "./note";
import { outrightLine } from "./outright";
import { periods } from "./periods";
import { pictures } from "./pictures";
import { type ClaimLinks, propositions } from "./propositions";
import type { ReviewHref } from "./review-line";
import type { Slot } from "./slot";

/** What differs between the dashboard and a snapshot: a snapshot has neither links that need an account nor buttons. */
export interface ViewOptions {
  eventHref: EventHref;
  onMonth: OnMonth;
  claimLinks: ClaimLinks | null;
  /** Where the events of a review state are listed; none on a snapshot. */
  reviewHref?: ReviewHref;
  /** Who signs the analysts' note, and where one is written; none on a snapshot. */
  note?: NoteOptions;
  /** The verdict month by month stands open; on a light page it is fetched when it is asked for. */
  monthsOpen: boolean;
  /** Stands beside the heading of the events. */
  moreEvents: Node | null;
  /** Ends the first screen: a stale notice, or the publisher's note. */
  underHeadline: Node | null;
  /** Stands under the first screen: what the dashboard lets people try. */
  afterFirstScreen?: Node | null;
}

/** The whole view in its order of importance: words first, then the bars, the index, the pictures, the material. */
export function renderView(view: ScenarioView, options: ViewOptions): { element: HTMLElement; slots: Slot[] } {
  const level = levelPicture(view);
  const index = indexPicture(view);
  const byIndicator = pictures(view);
  const note = analystNote(view.note, options.note ?? { by: null, write: null });
  const element = h(
    "div",
    { class: "view" },
    h(
      "div",
      { class: "first-screen" },
      headline(view, options.underHeadline, options.reviewHref ?? null),
      h("div", { class: "beside" }, periods(view), outrightLine(view), note, level.element),
    ),
    options.afterFirstScreen,
    index.element,
    explanations(view, options),
    byIndicator.element,
    propositions(view, options.claimLinks),
    h(
      "div",
      { class: "material" },
      latestEvents(view, options.eventHref, options.moreEvents),
      coverage(view, options.onMonth),
    ),
    limits(view),
  );
  return { element, slots: [...level.slots, ...index.slots, ...byIndicator.slots] };
}
