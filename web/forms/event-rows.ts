/** Rows of the list of events. */
import type { ViewIndicator } from "../../worker/core/view-types";
import { formatDateShort } from "../lib/format";
import { type Child, h } from "../lib/dom";
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

/** What a narrow screen, which shows a row as a card, puts before the cell instead of the heading. */
function labelled(label: string, content: Child, className = ""): HTMLTableCellElement {
  return h("td", { class: className, "data-label": label }, content);
}

/** Only a dispute is loud. */
function reviewWord({ review }: ApiEvent): HTMLElement {
  return h("span", { class: review === "disputed" ? "badge disputed" : `review ${review}` }, review);
}

/** `toReview`: the list is what waits for review, so a row leads to the form and not to the grade. */
export function eventRow(
  event: ApiEvent,
  indicators: readonly ViewIndicator[],
  slug: string,
  toReview = false,
): HTMLTableRowElement {
  const address = scenarioPath(slug, `/events/${encodeURIComponent(event.id)}`);
  const indicator = indicators.find(({ key }) => key === event.indicator);
  const retracted = event.status === "retracted";
  return h(
    "tr",
    {},
    h("td", { class: "date" }, formatDateShort(event.date)),
    h(
      "td",
      { class: "what" },
      h("a", { href: `${address}${toReview ? "#review" : ""}` }, userText(event.title)),
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
    labelled("Grade", toReview ? "after review" : `${event.sourceReliability}${event.infoCredibility}`),
    labelled("Review", reviewWord(event)),
    labelled(
      "Points",
      toReview ? "" : event.state === null ? signedPoints(retracted ? 0 : event.points) : "by days",
      "number",
    ),
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
        ...["Date", "Event", "Grade", "Review"].map((name) => h("th", { scope: "col" }, name)),
        h("th", { scope: "col", class: "number" }, "Points"),
      ),
    ),
    body,
  );
  return { element, body };
}
