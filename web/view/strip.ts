import { monthRange } from "../../worker/core/months";
import { monthEndSentence, pendingSentence, recordingSentence } from "../../worker/core/said-sentences";
import { verdictLabel } from "../../worker/core/verdict-labels";
import { VERDICT_WORDS, type VerdictWord } from "../../worker/core/verdict-types";
import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { type GridCell, type GridRow, yearGrid } from "./year-grid";

/** The letter tells the words apart in grey; so do the fills. */
const LETTERS: Record<VerdictWord, string> = {
  holding: "H",
  weakening: "W",
  stalled: "S",
  failing: "F",
  "not enough evidence": "?",
};

function lookOf(word: VerdictWord | undefined): string {
  return word === undefined ? "pending" : word === "not enough evidence" ? "unsure" : word;
}

function letterOf(word: VerdictWord | undefined): string {
  return word === undefined ? "\u2026" : LETTERS[word];
}

/**
 * Rows of the strip, newest year first: what we would say now, and under it what we said then, in the years that have a
 * month-end recorded when it ended.
 */
export function stripRows(view: Pick<ScenarioView, "publishedByMonth" | "pendingMonths" | "said">): GridRow[] {
  const ends = [...Object.keys(view.publishedByMonth), ...view.pendingMonths].toSorted();
  const [first, last] = [ends[0], ends.at(-1)];
  if (!first || !last) return [];
  const known = new Set(ends);
  const said = new Map(view.said.months.map(({ month, published }) => [month, published]));
  const years = [...new Set(monthRange(first, last).map((month) => month.slice(0, 4)))].toReversed();
  return years.flatMap((year): GridRow[] => {
    const months = monthRange(`${year}-01`, `${year}-12`);
    const cell = (month: string, word: VerdictWord | undefined, isPending = false): GridCell => ({
      look: isPending ? "pending" : lookOf(word),
      shown: letterOf(word),
      sentence: monthEndSentence(month, view),
    });
    const now = months.map((month) =>
      known.has(month) ? cell(month, view.publishedByMonth[month], view.pendingMonths.includes(month)) : null,
    );
    const then = months.map((month) => (said.has(month) ? cell(month, said.get(month)) : null));
    const row = { label: year, cells: now };
    return then.some(Boolean) ? [row, { label: "then", cells: then }] : [row];
  });
}

/** What we would say of each month-end now, beside what we said when it ended. */
export function stripPanel(view: ScenarioView): HTMLElement {
  const rows = stripRows(view);
  const seen = new Set([
    ...Object.values(view.publishedByMonth),
    ...view.said.months.map(({ published }) => published),
  ]);
  const key = [
    ...VERDICT_WORDS.filter((word) => seen.has(word)).map((word) => ({
      look: lookOf(word),
      letter: LETTERS[word],
      text: verdictLabel(word),
    })),
    ...(view.pendingMonths.length > 0 ? [{ look: "pending", letter: "\u2026", text: "being recalculated" }] : []),
  ];
  const pending = pendingSentence(view);
  const grid =
    rows.length === 0
      ? [h("p", { class: "empty muted" }, "The first cell comes with the first month-end after the forecast.")]
      : yearGrid("Verdict of each month-end", "Point at, tap or go to a month with the arrow keys to read it.", rows);
  return h(
    "div",
    { class: "strip" },
    h("div", {}, ...grid),
    h(
      "div",
      { class: "stack" },
      h("p", {}, "Each cell is the verdict of one month-end by that month alone, from today\u2019s records."),
      h("p", {}, recordingSentence(view)),
      pending && h("p", { class: "notice warning" }, pending),
      h(
        "ul",
        { class: "plain key" },
        ...key.map(({ look, letter, text }) =>
          h("li", {}, h("span", { class: `month ${look}`, "aria-hidden": "true" }, letter), text),
        ),
      ),
    ),
  );
}
