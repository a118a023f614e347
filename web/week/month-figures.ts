/** What a month did to the figures, beside the note that comments on it: generated, so that nobody has to copy numbers. */
import { addMonths } from "../../worker/core/months";
import type { Month } from "../../worker/core/types";
import { verdictLabel } from "../../worker/core/verdict-labels";
import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { countOf, formatDate, formatNumber, formatSigned } from "../lib/format";

type Figures = Pick<ScenarioView, "publishedByMonth" | "pendingMonths"> & {
  months: readonly Pick<ScenarioView["months"][number], "month" | "index" | "directIndex" | "events" | "y">[];
};

export interface FigureRow {
  label: string;
  before: string;
  after: string;
}

function verdictOf({ publishedByMonth, pendingMonths }: Figures, month: Month): string {
  const word = publishedByMonth[month];
  const isPending = pendingMonths.includes(month);
  if (word !== undefined) return `${verdictLabel(word)}${isPending ? ", being recalculated" : ""}`;
  return isPending ? "being worked out" : "none yet";
}

/** Index and verdict at the end of the month before and of the month; "-" where the view has no such month. */
export function figureRows(view: Figures, month: Month): FigureRow[] {
  const previous = addMonths(month, -1);
  const at = (wanted: Month) => view.months.find((one) => one.month === wanted);
  const shown = (value: number | undefined): string => (value === undefined ? "-" : formatNumber(value));
  return [
    { label: "Index of all evidence", before: shown(at(previous)?.index), after: shown(at(month)?.index) },
    { label: "Direct dealings only", before: shown(at(previous)?.directIndex), after: shown(at(month)?.directIndex) },
    { label: "Verdict", before: verdictOf(view, previous), after: verdictOf(view, month) },
  ];
}

/** "4 events, +9.3 points in October 2012." */
export function earnedSentence(view: Figures, month: Month): string {
  const found = view.months.find((one) => one.month === month);
  const name = formatDate(month);
  if (!found) return `${name} lies outside the figures.`;
  if (found.events === 0) {
    const running = found.y === 0 ? "" : ` A running state counts as ${formatSigned(found.y)} points.`;
    return `No event in ${name}.${running}`;
  }
  return `${countOf(found.events, "event")}, ${formatSigned(found.y)} points in ${name}.`;
}

export function monthFigures(view: Figures, month: Month): HTMLElement {
  const head = ["", "Month before", formatDate(month)].map((text) =>
    text === "" ? h("td", {}) : h("th", { scope: "col", class: "number" }, text),
  );
  const rows = figureRows(view, month).map(({ label, before, after }) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, label),
      h("td", { class: "number" }, before),
      h("td", { class: "number" }, after),
    ),
  );
  return h(
    "div",
    { class: "stack tight" },
    h(
      "table",
      { class: "month-figures" },
      h("caption", {}, "At the end of the month"),
      h("thead", {}, h("tr", {}, ...head)),
      h("tbody", {}, ...rows),
    ),
    h("p", { class: "small" }, earnedSentence(view, month)),
  );
}
