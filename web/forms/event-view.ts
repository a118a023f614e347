/** One event for reading: what it says, what it earns, who recorded it. */
import { isWebAddress } from "../../worker/contract/check-source";
import type { ViewIndicator } from "../../worker/core/view-types";
import { formatInstant } from "../lib/format";
import { h } from "../lib/dom";
import { scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";
import type { ApiEvent } from "../../worker/contract/api-types";
import { factorsInWords, pointsSentence, stateSentence } from "./points";
import { readable } from "./readable";
import type { Line } from "./readable";

/** "3 October 2012, 14:05 UTC": versions of one day are told apart by their time. */
export function momentInWords(at: number): string {
  return `${formatInstant(at)}, ${new Date(at).toISOString().slice(11, 16)} UTC`;
}

export function earnedInWords(event: ApiEvent, indicator: ViewIndicator | undefined): string {
  if (!indicator) return "";
  if (event.state !== null) return `${stateSentence(indicator, event.state)}.`;
  return `${pointsSentence({ ...event, relevance: indicator.relevance, role: indicator.role })}.`;
}

function answer(line: Line, slug: string): HTMLElement {
  const { field, text } = line;
  if (field === "sourceUrl" && isWebAddress(text)) {
    return h("dd", {}, h("a", { href: text, rel: "noreferrer", class: "break" }, text));
  }
  if (field === "follows") {
    return h("dd", {}, h("a", { href: scenarioPath(slug, `/events/${encodeURIComponent(text)}`) }, text));
  }
  return h("dd", { class: field === "notes" ? "lines" : null }, userText(text));
}

export function eventFacts(event: ApiEvent, indicators: readonly ViewIndicator[], slug: string): HTMLElement {
  const indicator = indicators.find(({ key }) => key === event.indicator);
  const retracted = event.status === "retracted";
  const scored = indicator !== undefined && event.state === null && indicator.role !== "context";
  const lines = readable(event, indicators).filter(({ field, text }) => field !== "title" && text !== "");
  return h(
    "div",
    { class: "stack" },
    h(
      "p",
      { class: "earned" },
      retracted ? "Retracted: earns no points." : earnedInWords(event, indicator),
      scored && !retracted && h("span", { class: "muted small" }, ` ${factorsInWords(indicator.relevance)}`),
    ),
    h("dl", { class: "facts card" }, ...lines.flatMap((line) => [h("dt", {}, line.label), answer(line, slug)])),
    h(
      "p",
      { class: "muted small" },
      `Version ${event.version}, recorded ${momentInWords(event.recordedAt)} by `,
      userText(event.by),
      `, revision ${event.revision}.`,
    ),
  );
}
