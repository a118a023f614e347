import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { coverage, type OnMonth } from "./coverage";
import { type EventHref, latestEvents } from "./events";
import { headline } from "./headline";
import { limits } from "./limits";
import { indexPicture, levelPicture } from "./main-figures";
import { pictures } from "./pictures";
import { propositions } from "./propositions";
import type { Slot } from "./slot";

/** What differs between the dashboard and a snapshot: a snapshot has neither links that need an account nor buttons. */
export interface ViewOptions {
  eventHref: EventHref;
  onMonth: OnMonth;
  /** Stands beside the heading of the events. */
  moreEvents: Node | null;
  /** Ends the first screen: a stale notice, or the publisher's note. */
  underHeadline: Node | null;
}

/** The whole view in its order of importance: words first, then the bars, the index, the pictures, the material. */
export function renderView(view: ScenarioView, options: ViewOptions): { element: HTMLElement; slots: Slot[] } {
  const level = levelPicture(view);
  const index = indexPicture(view);
  const byIndicator = pictures(view);
  const element = h(
    "div",
    { class: "view" },
    h("div", { class: "first-screen" }, headline(view, options.underHeadline), level.element),
    index.element,
    byIndicator.element,
    propositions(view),
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
