/** What other assumptions make of each period. */
import { differenceSentence } from "../../worker/core/assumption-sentences";
import type { HorizonVerdict } from "../../worker/core/verdict-types";
import { agreementLabel, changeLabel, rangeLabel, testedLabel, verdictLabel } from "../../worker/core/verdict-labels";
import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { formatDate } from "../lib/format";
import { typeset } from "../view/words";

function row(view: ScenarioView, verdict: HorizonVerdict): HTMLElement {
  const { key, final, windowTo, shown, reading, rise, agree, of } = verdict;
  const registered = view.verdicts.find((one) => one.key === key);
  const label = view.horizons.find((one) => one.key === key)?.label ?? key;
  const difference = registered ? differenceSentence(registered, verdict) : "";
  return h(
    "tr",
    { role: "row", class: registered?.shown === shown ? "" : "changed" },
    h(
      "th",
      { scope: "row", role: "rowheader" },
      label,
      h("span", { class: "muted until" }, `${final ? "closed" : "to"} ${formatDate(windowTo)}`),
    ),
    h(
      "td",
      { role: "cell" },
      h("strong", {}, shown === null ? "still being worked out" : verdictLabel(shown)),
      h(
        "span",
        { class: "muted until" },
        `${formatDate(windowTo)} by itself: ${verdictLabel(reading)}, ${agreementLabel({ agree, of })} agree`,
      ),
    ),
    h(
      "td",
      { role: "cell" },
      typeset(rise === null ? rangeLabel(verdict) : `${changeLabel(rise)} (${rangeLabel(verdict)})`),
      rise !== null && h("span", { class: "muted until" }, testedLabel(verdict)),
    ),
    h("td", { role: "cell" }, typeset(difference)),
  );
}

/** One row a period: word, change with its range, and how that differs from the registered verdict. */
export function resultTable(view: ScenarioView, verdicts: readonly HorizonVerdict[]): HTMLElement {
  if (verdicts.length === 0) {
    return h(
      "p",
      { class: "empty" },
      `There is no verdict before ${formatDate(view.registeredOn)}, under any assumption.`,
    );
  }
  const heads = ["Period", "Verdict", "Change, points a month (90 % range)", "Against the registered verdict"];
  // Roles in words: on narrow screens rows are blocks, which then would be no table to a screen reader.
  return h(
    "table",
    { class: "results", role: "table" },
    h("caption", {}, "Verdict of each period under these assumptions"),
    h(
      "thead",
      { role: "rowgroup" },
      h("tr", { role: "row" }, ...heads.map((head) => h("th", { scope: "col", role: "columnheader" }, head))),
    ),
    h("tbody", { role: "rowgroup" }, ...verdicts.map((verdict) => row(view, verdict))),
  );
}
