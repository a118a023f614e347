import { lackingSentence } from "../../worker/core/statement";
import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { coverage, type OnMonth } from "./coverage";
import { type EventHref, latestEvents } from "./events";
import { explanations } from "./explanations";
import { headline } from "./headline";
import { limits } from "./limits";
import { later } from "./later";
import { indexPicture, levelPicture } from "./main-figures";
import { analystNote, type NoteOptions } from "./note";
import { outrightLine } from "./outright";
import { periods } from "./periods";
import { pictures } from "./pictures";
import { progress } from "./progress";
import { type ClaimLinks, propositions } from "./propositions";
import type { ReviewHref } from "./review-line";
import type { Below, Slot } from "./slot";

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
  /** The bars before the claims: on a shared page the first chart is seen without scrolling, whatever stands above it. */
  barsFirst: boolean;
  /** Stands beside the heading of the events. */
  moreEvents: Node | null;
  /** Ends the first screen: a stale notice, or the publisher's note. */
  underHeadline: Node | null;
  /** Stands under the first screen: what the dashboard lets people try. */
  afterFirstScreen?: Node | null;
}

/** Nothing is logged yet: neither an event nor a state. */
function isBare({ eventsCounted, indicators }: ScenarioView): boolean {
  return eventsCounted === 0 && indicators.every(({ spans }) => spans.length === 0);
}

export interface Rendered {
  element: HTMLElement;
  slots: Slot[];
  below: Below;
}

const NOTHING_BELOW: Below = { figures: () => [], words: () => undefined };

/** The whole view in its order of importance: words first, then the bars, the index, the pictures, the material. */
export function renderView(view: ScenarioView, options: ViewOptions): Rendered {
  if (isBare(view)) {
    const element = later(async () => (await import("./bare")).bareView(view, options));
    return { element: h("div", { class: "view-place" }, element), slots: [], below: NOTHING_BELOW };
  }
  const level = levelPicture(view, options.eventHref);
  const index = indexPicture(view, options.eventHref);
  const note = analystNote(view.note, options.note ?? { by: null, write: null });
  const element = h(
    "div",
    { class: "view" },
    h(
      "div",
      { class: "first-screen" },
      headline(view, options.underHeadline, options.reviewHref ?? null),
      h(
        "div",
        { class: "beside" },
        // Before the forecast nothing is counted towards a verdict.
        lackingSentence(view) === null || view.asOf < view.registeredOn ? periods(view) : progress(view),
        ...(options.barsFirst ? [level.element, outrightLine(view), note] : [outrightLine(view), note, level.element]),
      ),
    ),
    options.afterFirstScreen,
    index.element,
  );
  const figures = (): Slot[] => {
    const byIndicator = pictures(view, options.eventHref);
    element.append(explanations(view, options), ...(byIndicator.element ? [byIndicator.element] : []));
    return byIndicator.slots;
  };
  const words = (): void => {
    element.append(
      ...[propositions(view, options.claimLinks) ?? []].flat(),
      h(
        "div",
        { class: "material" },
        latestEvents(view, options.eventHref, options.moreEvents),
        coverage(view, options.onMonth),
      ),
      limits(view),
    );
  };
  return { element, slots: [...level.slots, ...index.slots], below: { figures, words } };
}
