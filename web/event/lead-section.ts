/** What happened, what it earns, and who says so. */
import type { ApiEvent } from "../../worker/contract/api-types";
import type { ViewIndicator } from "../../worker/core/view-types";
import { earnedInWords } from "../forms/event-view";
import { factorsInWords } from "../forms/points";
import { isOverride } from "../forms/readable";
import { h } from "../lib/dom";
import type { Child } from "../lib/dom";
import { formatNumber } from "../lib/format";
import { userText } from "../lib/user-text";
import type { Dossier } from "./dossier";
import { reportsPart } from "./reports";
import { gate } from "./review-gate";
import { weightOf } from "./review-words";
import { section, userLines } from "./section";
import { citation, gradeLine, quotation } from "./source-parts";

function override(event: ApiEvent, indicator: ViewIndicator | undefined): HTMLElement | false {
  if (!isOverride(event, indicator)) return false;
  const codebook = indicator?.codebook.find(({ key }) => key === event.code)?.score ?? 0;
  return h(
    "p",
    {},
    `The score was set by hand: ${formatNumber(event.score)} instead of the codebook's ${formatNumber(codebook)}. Reason: `,
    userText(event.scoreReason),
  );
}

function earned({ event, indicator }: Dossier): Child[] {
  if (event.status === "retracted") return [h("p", { class: "earned" }, "Retracted: earns no points.")];
  const scored = indicator !== undefined && event.state === null && indicator.role !== "context";
  return [
    h(
      "p",
      { class: "earned" },
      earnedInWords(event, indicator),
      scored && h("span", { class: "muted small" }, ` ${factorsInWords(indicator.relevance)}`),
    ),
    override(event, indicator),
  ];
}

export function leadSection(dossier: Dossier): HTMLElement {
  const { event, view, blind } = dossier;
  return section(
    "event-source",
    blind ? "Who says so" : "What it earns, and who says so",
    ...(blind ? [] : earned(dossier)),
    quotation(event.quote),
    h(
      "div",
      { class: "stack tight" },
      citation(event),
      !blind && gradeLine(event, event.state === null ? weightOf(event, view) : undefined),
    ),
    event.notes !== "" && h("div", { class: "stack tight" }, h("h3", {}, "Notes"), userLines(event.notes)),
    // After the source, which is to be read first.
    blind && gate(dossier),
    reportsPart(dossier),
  );
}
