import { monthRange } from "../../worker/core/months";
import { coverageSentence, monthSentence } from "../../worker/core/sentences";
import type { ScenarioView, ViewMonth } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { typeset } from "./words";

/** Called with the month whose cell was pressed; null where nothing can be said of a month. */
export type OnMonth = ((month: string) => void) | null;

const LETTERS = [..."JFMAMJJASOND"];

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

function cell(month: ViewMonth | undefined, onMonth: OnMonth): HTMLElement {
  if (!month) return h("td", {});
  const look = lookOf(month);
  const sentence = typeset(monthSentence(month));
  const shown = month.events > 0 ? String(month.events) : look === "unlooked" ? "" : "0";
  const inner = [h("span", { "aria-hidden": "true" }, shown), h("span", { class: "visually-hidden" }, sentence)];
  const attributes = { class: `month ${look}`, title: sentence };
  if (look !== "unlooked" || !onMonth) return h("td", {}, h("span", attributes, ...inner));
  return h("td", {}, h("button", { ...attributes, type: "button", onclick: () => onMonth(month.month) }, ...inner));
}

/** Which months were looked at: a row a year, a cell a month. Silence counts only where somebody looked. */
export function coverage(view: ScenarioView, onMonth: OnMonth): HTMLElement {
  const byMonth = new Map(view.months.map((month) => [month.month, month]));
  const first = view.months[0]?.month.slice(0, 4) ?? view.asOf.slice(0, 4);
  const years = Array.from({ length: Number(view.asOf.slice(0, 4)) - Number(first) + 1 }, (_, i) => Number(first) + i);
  return h(
    "section",
    { class: "stack", "aria-labelledby": "coverage-title" },
    h("h2", { id: "coverage-title" }, "Who looked when"),
    h("p", {}, coverageSentence(view)),
    h(
      "ul",
      { class: "plain key" },
      ...KEY.map(({ look, text }) => h("li", {}, h("span", { class: `month ${look}`, "aria-hidden": "true" }), text)),
    ),
    h(
      "table",
      { class: "coverage" },
      h("caption", { class: "visually-hidden" }, "Months by year: events logged, or how the month was looked at"),
      h(
        "thead",
        {},
        h("tr", {}, h("th", { scope: "col" }, "Year"), ...LETTERS.map((letter) => h("th", { scope: "col" }, letter))),
      ),
      h(
        "tbody",
        {},
        ...years.toReversed().map((year) => {
          const months = monthRange(`${year}-01`, `${year}-12`);
          return h(
            "tr",
            {},
            h("th", { scope: "row" }, String(year)),
            ...months.map((month) => cell(byMonth.get(month), onMonth)),
          );
        }),
      ),
    ),
    onMonth &&
      view.months.some((month) => lookOf(month) === "unlooked") &&
      h("p", { class: "small muted" }, "Press an empty month to log an event in it, or to say that you looked."),
  );
}
