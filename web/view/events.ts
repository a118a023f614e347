import type { ScenarioView, ViewEvent } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { countOf } from "../lib/format";
import { eventItem } from "./event-item";
import { hasRoom } from "./room";
import { explained } from "./terms";

/** The address of an event's own page, or null where there is none to go to. */
export type EventHref = ((ref: string) => string) | null;

const UNFOLDED = { roomy: 8, narrow: 4 };

function what(view: ScenarioView, event: ViewEvent): string {
  const indicator = view.indicators.find(({ key }) => key === event.indicator);
  const state = indicator?.states.find(({ key }) => key === event.state)?.label;
  return `${indicator?.label ?? event.indicator}${state ? `: ${state}` : ""}`;
}

/** The newest events, with what each earned when it was new, its source and its grade. */
export function latestEvents(view: ScenarioView, href: EventHref, more: Node | null): HTMLElement {
  const unfolded = hasRoom() ? UNFOLDED.roomy : UNFOLDED.narrow;
  const [first, rest] = [view.latestEvents.slice(0, unfolded), view.latestEvents.slice(unfolded)];
  const scheduled = view.scheduled === 0 ? "" : ` ${countOf(view.scheduled, "event")} dated later not shown.`;
  return h(
    "section",
    { class: "stack", "aria-labelledby": "events-title" },
    h("div", { class: "row between" }, h("h2", { id: "events-title" }, "Latest events"), more),
    view.latestEvents.length === 0
      ? h("p", { class: "empty" }, "No events yet. The first one starts the charts.")
      : h("ol", { class: "plain" }, ...first.map((event) => eventItem(event, [`${what(view, event)}. `], href))),
    rest.length > 0 &&
      h(
        "details",
        {},
        h("summary", {}, countOf(rest.length, "more event")),
        h("ol", { class: "plain" }, ...rest.map((event) => eventItem(event, [`${what(view, event)}. `], href))),
      ),
    h(
      "p",
      { class: "small muted" },
      ...explained(
        view,
        "Points: before fading. The grade names the source (A to F) and the report (1 to 6).",
        "points",
        "grade",
      ),
      scheduled,
    ),
  );
}
