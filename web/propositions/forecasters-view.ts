/** How people who record forecasts do over all propositions: no mean below five resolved, no calibration below 20 pairs. */
import { NEEDED_PAIRS, type CalibrationRow } from "../../worker/core/calibration";
import { NEEDED_TO_RANK } from "../../worker/core/forecast-scores";
import { percentLabel } from "../../worker/core/proposition-labels";
import { meanSentence } from "../../worker/core/score-sentences";
import { h } from "../lib/dom";
import { userText, visibleText } from "../lib/user-text";
import type { Forecaster } from "./answers";

const COLUMNS = ["Forecasts", "Came true", "Mean forecast", "Share true", "95 % range"];

function calibrationTable(by: string, rows: readonly CalibrationRow[]): HTMLElement {
  const number = (text: string): HTMLElement => h("td", { class: "number" }, text);
  const caption = `First forecasts of ${visibleText(by)} by their word.`;
  return h(
    "div",
    { class: "table-scroll", tabindex: 0, role: "region", "aria-label": caption },
    h(
      "table",
      {},
      h("caption", {}, caption),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, "Word"),
          ...COLUMNS.map((name) => h("th", { scope: "col", class: "number" }, name)),
        ),
      ),
      h(
        "tbody",
        {},
        ...rows.map(({ word, n, hits, meanForecast, hitRate, low, high }) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, word),
            number(String(n)),
            number(String(hits)),
            number(percentLabel(meanForecast)),
            number(`${Math.round(hitRate * 100)} %`),
            number(`${Math.round(low * 100)} to ${Math.round(high * 100)} %`),
          ),
        ),
      ),
    ),
  );
}

/** Ranked are only those with a mean, by skill; the rest stand below in the order of their names. */
export function ranked(forecasters: readonly Forecaster[]): Forecaster[] {
  const skillOf = ({ mean }: Forecaster): number => mean?.skill ?? Number.NEGATIVE_INFINITY;
  return forecasters.toSorted((a, b) => {
    const byMean = Number(b.mean !== null) - Number(a.mean !== null);
    if (byMean !== 0 || a.mean === null) return byMean || a.by.localeCompare(b.by);
    return skillOf(b) === skillOf(a) ? a.by.localeCompare(b.by) : skillOf(b) - skillOf(a);
  });
}

export function forecastersView(forecasters: readonly Forecaster[]): HTMLElement {
  return h(
    "section",
    { class: "stack", "aria-labelledby": "forecasters" },
    h("h2", { id: "forecasters" }, "Forecasters"),
    h(
      "p",
      { class: "muted" },
      `Over all claims, each counted once. Nobody is ranked below ${NEEDED_TO_RANK} resolved; calibration is shown from ${NEEDED_PAIRS} first forecasts on. The article's probabilities are imputed and stand apart.`,
    ),
    forecasters.length === 0
      ? h("p", {}, "Nobody has a scored forecast yet.")
      : h(
          "ul",
          { class: "plain stack" },
          ...ranked(forecasters).map((one) =>
            h(
              "li",
              { class: "stack tight" },
              h("p", {}, h("strong", {}, userText(one.by)), ": ", meanSentence(one)),
              one.calibration && calibrationTable(one.by, one.calibration),
            ),
          ),
        ),
  );
}
