import { addMonths, monthRange } from "../../worker/core/months";
import { coverageSentence, earlierSentence, monthSentence } from "../../worker/core/sentences";
import { spanStart } from "../../worker/core/span";
import type { ScenarioView, ViewMonth } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { scenarioPath } from "../lib/header";
import { explained } from "./terms";
import { typeset } from "./words";
import { type GridCell, yearGrid } from "./year-grid";

/** Called with the month whose cell was pressed; null where nothing can be said of a month. */
export type OnMonth = ((month: string) => void) | null;

type Look = "events" | "searched" | "inferred" | "unlooked";

function lookOf(month: ViewMonth): Look {
  if (month.events > 0) return "events";
  if (!month.covered) return "unlooked";
  return month.attested === "inferred" ? "inferred" : "searched";
}

const KEY: { look: Look; text: string }[] = [
  { look: "events", text: "events logged (how many)" },
  { look: "searched", text: "searched, nothing found" },
  { look: "inferred", text: "nothing found, inferred" },
  { look: "unlooked", text: "nobody looked" },
];

function cell(month: ViewMonth | undefined, onMonth: OnMonth): GridCell | null {
  if (!month) return null;
  const look = lookOf(month);
  return {
    look,
    shown: month.events > 0 ? String(month.events) : look === "unlooked" ? "" : "0",
    sentence: typeset(monthSentence(month)),
    ...(onMonth ? { onPress: () => onMonth(month.month), month: month.month } : {}),
  };
}

/** Events of long ago, which may be typing errors: whoever may correct them is led to them. */
function earlierLine(view: ScenarioView, onMonth: OnMonth): HTMLElement | null {
  const sentence = earlierSentence(view);
  if (sentence === null) return null;
  const to = addMonths(spanStart(view.coverage.from), -1);
  const link = h("a", { href: scenarioPath(view.slug, `/events?to=${to}`) }, "See which");
  return h("p", { class: "notice" }, sentence, ...(onMonth ? [" ", link, "."] : []));
}

/** Which months were looked at: a row a year, a cell a month. Silence counts only where somebody looked. */
export function coverage(view: ScenarioView, onMonth: OnMonth): HTMLElement {
  const byMonth = new Map(view.months.map((month) => [month.month, month]));
  const first = view.months[0]?.month.slice(0, 4) ?? view.asOf.slice(0, 4);
  const years = Array.from({ length: Number(view.asOf.slice(0, 4)) - Number(first) + 1 }, (_, i) => Number(first) + i);
  const rows = years.toReversed().map((year) => ({
    label: String(year),
    cells: monthRange(`${year}-01`, `${year}-12`).map((month) => cell(byMonth.get(month), onMonth)),
  }));
  const hint = onMonth
    ? "Press a month for its events and for who looked."
    : "Point at, tap or go to a month with the arrow keys to read it.";
  return h(
    "section",
    { class: "stack", "aria-labelledby": "coverage-title" },
    h("h2", { id: "coverage-title" }, "Who looked when"),
    h("p", {}, coverageSentence(view)),
    earlierLine(view, onMonth),
    h(
      "ul",
      { class: "plain key" },
      ...KEY.map(({ look, text }) =>
        h("li", {}, h("span", { class: `month ${look}`, "aria-hidden": "true" }), ...explained(view, text, "attested")),
      ),
    ),
    ...yearGrid("Months by year: events logged, or how the month was looked at", hint, rows),
  );
}
