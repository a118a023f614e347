/** The last events with the same code: what was taken for this step before. */
import type { ApiEvent } from "../../worker/contract/api-types";
import type { ViewIndicator } from "../../worker/core/view-types";
import { isOverride } from "../forms/readable";
import { h } from "../lib/dom";
import { formatDateShort, formatNumber } from "../lib/format";
import { scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";

export const PRECEDENTS = 3;

function item(event: ApiEvent, indicator: ViewIndicator | undefined, slug: string): HTMLElement {
  const score = isOverride(event, indicator) ? `${formatNumber(event.score)} set by hand` : formatNumber(event.score);
  return h(
    "li",
    {},
    h("span", { class: "muted nowrap" }, formatDateShort(event.date)),
    h(
      "a",
      { href: scenarioPath(slug, `/events/${encodeURIComponent(event.id)}`), target: "_blank", rel: "noopener" },
      h("span", { class: "clamped" }, userText(event.title)),
    ),
    h("span", { class: "muted nowrap" }, `${score}, ${event.sourceReliability}${event.infoCredibility}`),
  );
}

/** Nothing at all before a code is chosen. */
export function precedentList(
  events: readonly ApiEvent[] | null,
  indicator: ViewIndicator | undefined,
  slug: string,
): Node[] {
  if (events === null) return [];
  if (events.length === 0) return [h("p", { class: "small muted" }, "The first one with this step.")];
  return [
    h("p", { class: "small muted" }, "Last logged with this step (links open a new tab):"),
    h("ul", { class: "plain precedents small" }, ...events.map((event) => item(event, indicator, slug))),
  ];
}
