import { NEEDED } from "../../worker/core/coverage";
import { changeLabel, rangeLabel, testedLabel } from "../../worker/core/verdict-labels";
import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { formatDate, formatNumber } from "../lib/format";
import { typeset } from "./words";

type Verdict = ScenarioView["verdicts"][number];

/** Above this much dependence between neighbouring months the test is somewhat too easily impressed (method, section 4). */
const STRONG = 0.5;
/** The first of the numbers say what there is to test. */
const COUNTS = 4;

function optional(value: number | null, digits: number): string {
  return value === null ? "not given" : formatNumber(value, digits);
}

/** The numbers of a verdict's test with what each of them is, in the order in which they are worked out. */
export function numbersOf(verdict: Verdict): [string, string][] {
  const { n, S, varS, rho, inflation, z, p, slope, spanMonths } = verdict;
  const period = `${formatDate(verdict.windowFrom)} to ${formatDate(verdict.windowTo)}`;
  return [
    ["Months of the period", verdict.monthsInWindow === 0 ? "0" : `${verdict.monthsInWindow}, ${period}`],
    ["Months tested (n)", n === 0 ? "0" : `${n}, ${testedLabel(verdict)}`],
    ["Of them without points", String(verdict.zeroMonths)],
    ["Events counted", `${verdict.events}, in ${verdict.indicators} indicators`],
    ["Pairs of months with the later one warmer, less those with it cooler (S)", optional(S, 0)],
    ["Variance of S", optional(varS, 1)],
    ["Likeness of neighbouring months (rho)", rho === null ? "not estimated below 10 months" : formatNumber(rho, 2)],
    ["Factor on the variance for it (F)", optional(inflation, 2)],
    ["z", optional(z, 3)],
    ["p", optional(p, 3)],
    ["Median change a month, in points", optional(slope, 3)],
    ["Over how many months", optional(spanMonths, 0)],
    ["Change over that time", `${verdict.rise === null ? "" : changeLabel(verdict.rise)} (${rangeLabel(verdict)})`],
    ["Material rise (D)", formatNumber(verdict.materialRise)],
    [
      "Index before the forecast, and at the end",
      `${formatNumber(verdict.indexAtRegistration)}, ${formatNumber(verdict.indexNow)}`,
    ],
  ];
}

/** With too little to test there are counts and no test: its numbers would all be noughts. */
function countsPanel(verdict: Verdict): HTMLElement {
  const { months, events, indicators } = NEEDED;
  return h(
    "div",
    { class: "stack tight" },
    h(
      "p",
      { class: "small" },
      `The test is run once ${months} months were looked at and ${events} events of ${indicators} indicators count.`,
    ),
    rows(numbersOf(verdict).slice(0, COUNTS)),
  );
}

function rows(numbers: [string, string][]): HTMLElement {
  return h(
    "dl",
    { class: "numbers" },
    ...numbers.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, typeset(value))]),
  );
}

/** The numbers behind the verdict, for whoever wants to work it out again. */
export function numbersPanel(verdict: Verdict): HTMLElement {
  const { rho, reason } = verdict;
  if (reason === "months" || reason === "events" || reason === "indicators") return countsPanel(verdict);
  return h(
    "div",
    { class: "stack tight" },
    h(
      "p",
      { class: "small" },
      "Mann-Kendall test and Theil-Sen change on the points of the months looked at, without fading: every pair of months votes whether the later one was warmer.",
    ),
    rows(numbersOf(verdict)),
    rho !== null &&
      rho > STRONG &&
      h(
        "p",
        { class: "notice warning" },
        "Neighbouring months are much alike here: the test then finds a trend somewhat more often than it should.",
      ),
  );
}
