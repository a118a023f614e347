import { changeSentence, dependsSentence, disagreeSentence, powerSentence } from "../../worker/core/verdict-details";
import { changeLabel, rangeLabel, variantLabel, verdictLabel } from "../../worker/core/verdict-labels";
import type { VariantReading } from "../../worker/core/verdict-types";
import type { ScenarioView } from "../../worker/core/view-types";
import { type Child, h } from "../lib/dom";
import { formatNumber } from "../lib/format";
import { userText } from "../lib/user-text";
import { typeset } from "./words";

type Verdict = ScenarioView["verdicts"][number];

const COLUMNS = ["Rise (90 % range)", "Index change", "Material rise (D)"] as const;

/** On a phone the rows are stacked, and each number has its heading before it. */
function cell(column: string, number: boolean, ...content: Child[]): HTMLElement {
  return h("td", { class: number ? "number" : null }, h("span", { class: "cell-label" }, `${column}: `), ...content);
}

function row(view: ScenarioView, verdict: Verdict, one: VariantReading): HTMLElement {
  const differs = one.reading !== verdict.reading;
  return h(
    "tr",
    { class: differs ? "differs" : null },
    h("th", { scope: "row" }, userText(variantLabel(one.variant, view.indicators))),
    cell("Reads", false, verdictLabel(one.reading), differs && h("span", { class: "badge" }, "differs")),
    cell(
      COLUMNS[0],
      true,
      one.rise === null ? "\u2013" : typeset(changeLabel(one.rise)),
      " ",
      h("span", { class: "range" }, typeset(`(${rangeLabel(one)})`)),
    ),
    cell(COLUMNS[1], true, typeset(changeLabel(one.indexChange))),
    cell(COLUMNS[2], true, formatNumber(one.materialRise)),
  );
}

function table(view: ScenarioView, verdict: Verdict): HTMLElement {
  const caption = "The same events with one assumption changed at a time.";
  return h(
    "div",
    { class: "table-scroll", tabindex: 0, role: "region", "aria-label": caption },
    h(
      "table",
      { class: "checks" },
      h("caption", {}, caption),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, "Variation"),
          h("th", { scope: "col" }, "Reads"),
          ...COLUMNS.map((text) => h("th", { scope: "col", class: "number" }, text)),
        ),
      ),
      h("tbody", {}, ...verdict.variants.map((one) => row(view, verdict, one))),
    ),
  );
}

function panel(view: ScenarioView, verdict: Verdict): Node[] {
  const sentences = [
    disagreeSentence(verdict, view.indicators),
    dependsSentence(verdict, view.indicators),
    changeSentence(verdict, view),
    powerSentence(verdict),
  ];
  return [
    h("ul", { class: "limits" }, ...sentences.filter(Boolean).map((text) => h("li", {}, typeset(text)))),
    table(view, verdict),
    h(
      "p",
      { class: "small muted" },
      "All variations share one list of events: they show what the verdict hangs on, not that it is proven so many times. ",
      "Three quarters must read alike, else the verdict is \u201ccannot tell\u201d. Where a variation changes the unit, D is scaled with it. ",
      "Index change: since the month before the forecast.",
    ),
  ];
}

/** Every variation with its reading, what the verdict depends on, and how much the test can see; period by period. */
export function checksPanel(view: ScenarioView): HTMLElement {
  const place = h("div", { class: "stack" });
  const labels = new Map(view.horizons.map(({ key, label }) => [key, label]));
  const show = (verdict: Verdict) => {
    place.replaceChildren(...panel(view, verdict));
    buttons.forEach((one, order) => one.setAttribute("aria-pressed", String(view.verdicts[order] === verdict)));
  };
  const buttons = view.verdicts.map((verdict) =>
    h("button", { type: "button", class: "button small", onclick: () => show(verdict) }, labels.get(verdict.key) ?? ""),
  );
  const headline = view.verdicts.find(({ key }) => key === view.headlineHorizon) ?? view.verdicts[0];
  if (!headline) return h("p", {}, "There is no verdict yet, so there is nothing to check.");
  show(headline);
  return h(
    "div",
    { class: "stack" },
    buttons.length > 1 && h("div", { class: "button-group", role: "group", "aria-label": "Period" }, ...buttons),
    place,
  );
}
