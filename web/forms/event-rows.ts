/** Rows of the list of events. */
import type { ViewIndicator } from "../../worker/core/view-types";
import { formatDateShort } from "../lib/format";
import { h } from "../lib/dom";
import { scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";
import type { ApiEvent } from "../../worker/contract/api-types";
import { signedPoints } from "./points";
import { isOverride } from "./readable";

function kindInWords(event: ApiEvent, indicator: ViewIndicator | undefined): string {
  const step = indicator?.codebook.find(({ key }) => key === event.code)?.label;
  const state = indicator?.states.find(({ key }) => key === event.state)?.label;
  return [indicator?.label ?? event.indicator, step ?? state ?? ""].filter(Boolean).join(": ");
}

export function eventRow(event: ApiEvent, indicators: readonly ViewIndicator[], slug: string): HTMLTableRowElement {
  const indicator = indicators.find(({ key }) => key === event.indicator);
  const retracted = event.status === "retracted";
  return h(
    "tr",
    {},
    h("td", { class: "date" }, formatDateShort(event.date)),
    h(
      "td",
      {},
      h("a", { href: scenarioPath(slug, `/events/${encodeURIComponent(event.id)}`) }, userText(event.title)),
      h(
        "span",
        { class: "kicker block" },
        kindInWords(event, indicator),
        retracted && " ",
        retracted && h("span", { class: "badge" }, "retracted"),
        isOverride(event, indicator) && " ",
        isOverride(event, indicator) && h("span", { class: "badge" }, "score set by hand"),
      ),
    ),
    h("td", {}, `${event.sourceReliability}${event.infoCredibility}`),
    h("td", { class: "number" }, event.state === null ? signedPoints(retracted ? 0 : event.points) : "by days"),
  );
}

export function eventTable(): { element: HTMLTableElement; body: HTMLTableSectionElement } {
  const body = h("tbody");
  const element = h(
    "table",
    { class: "event-list" },
    h("caption", { class: "visually-hidden" }, "Events, newest first"),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        ...["Date", "Event", "Grade"].map((name) => h("th", { scope: "col" }, name)),
        h("th", { scope: "col", class: "number" }, "Points"),
      ),
    ),
    body,
  );
  return { element, body };
}
