/** The rules that turn a test into a word (method, section 5). */
import { NEEDED } from "./coverage";
import type { Trend } from "./trend";
import type { Agreement, Reading, VerdictWord } from "./verdict-types";

export interface ReadingInput {
  /** Covered complete months of the window, and those of them with 0 points. */
  n: number;
  zeroMonths: number;
  /** Events in the window whose relevance is not 0, and the indicators with one (ruling 10). */
  events: number;
  indicators: number;
  trend: Pick<Trend, "S" | "p" | "riseHigh"> | null;
  alpha: number;
  materialRise: number;
  indexNow: number;
  indexAtRegistration: number;
}

/**
 * The reading of one month-end under one set of assumptions; the first rule that applies. Rule 1: fewer than 12 months, 8
 * events or 2 indicators, or more than half of the months at 0: *not enough evidence*. Rule 2: p below alpha and rising:
 * *holding*, or *weakening* if the index stands below that at registration. Rule 3: falling: *failing*. Rule 4: upper
 * end of the rise below D: *stalled*, else *not enough evidence*. Source: method, section 5.
 *
 * @example 12 months, 21 events, 6 indicators, p 0.535, upper end 2.93, D 3 // stalled, "material-rise-ruled-out"
 */
export function readingOf(input: ReadingInput): Reading {
  const { n, events, indicators, zeroMonths, trend, alpha } = input;
  if (n < NEEDED.months || !trend) return { reading: "not enough evidence", reason: "months" };
  if (events < NEEDED.events) return { reading: "not enough evidence", reason: "events" };
  if (indicators < NEEDED.indicators) return { reading: "not enough evidence", reason: "indicators" };
  if (zeroMonths * 2 > n) return { reading: "not enough evidence", reason: "sparse" };
  if (trend.p < alpha && trend.S > 0) {
    return input.indexNow >= input.indexAtRegistration
      ? { reading: "holding", reason: "up" }
      : { reading: "weakening", reason: "up-but-below-registration" };
  }
  if (trend.p < alpha && trend.S < 0) return { reading: "failing", reason: "down" };
  if (trend.riseHigh < input.materialRise) return { reading: "stalled", reason: "material-rise-ruled-out" };
  return { reading: "not enough evidence", reason: "undecided" };
}

/**
 * What is published: the base reading (the first), but only if at least three quarters of all readings, the base
 * included, agree with it. A base that reads *not enough evidence* leans nowhere. Source: method, section 5, ruling 7.
 *
 * @example base stalled, 9 of 15 stalled: 9 < 11.25
 * // { agree: 9, of: 15, leans: "stalled", published: "not enough evidence" }
 */
export function agreementOf(readings: readonly VerdictWord[]): Agreement {
  const base = readings[0] ?? "not enough evidence";
  const agree = readings.filter((reading) => reading === base).length;
  return {
    agree,
    of: readings.length,
    leans: base === "not enough evidence" ? null : base,
    published: agree * 4 >= readings.length * 3 ? base : "not enough evidence",
  };
}

/** A verdict is shown after this many equal words in a row. */
const EQUAL_MONTHS = 3;

/**
 * The word shown after the last of these month-ends, oldest first: that of the latest three equal published words in a
 * row, found by walking back; *not enough evidence* if there is no such run. A month-end still to be computed is null: the
 * answer is null if the walk meets one. Source: method, section 5, ruling 3.
 *
 * @example shownWord(["holding", "holding", "holding", "weakening", "weakening"]) // "holding"
 */
export function shownWord(published: readonly (VerdictWord | null)[]): VerdictWord | null {
  let run = 0;
  for (let at = published.length - 1; at >= 0; at -= 1) {
    const word = published[at] ?? null;
    if (word === null) return null;
    run = word === published[at + 1] ? run + 1 : 1;
    if (run === EQUAL_MONTHS) return word;
  }
  return "not enough evidence";
}
