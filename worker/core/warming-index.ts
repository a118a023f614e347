/** Part (a) of the method: monthly points and the index that fades by half every half-life. */
import { Z_90 } from "./numbers";
import { monthOf, monthRange, monthsBetween } from "./months";
import { cellPoints, cellVariance, type CellReading } from "./rollup";
import { statePoints } from "./states";
import type { Indicator, Month, MonthCell, StateChange } from "./types";

export interface IndexInput {
  indicators: readonly Pick<Indicator, "key" | "kind" | "role" | "relevance" | "fullScale" | "states">[];
  halfLifeMonths: number;
  /** First month of the series; what happened earlier earns nothing. */
  from: Month;
  asOf: string;
  cells: readonly MonthCell[];
  states: readonly StateChange[];
  reading?: CellReading;
}

export interface IndexMonth {
  month: Month;
  points: Record<string, number>;
  y: number;
  direct: number;
  index: number;
  directIndex: number;
  indexByIndicator: Record<string, number>;
  /** Source variance that the month's events of direct indicators bring, unfaded. */
  directVariance: number;
  /** Source variance of the index, faded. */
  variance: number;
  /** Half-width of the 90 % source band: uncertainty from grading only. */
  band90: number;
  events: number;
}

/**
 * What is left of a point after some months: 2^(-months / half-life).
 *
 * @example fading(3, 6) // 2^(-1/2) = 0.7071
 */
export function fading(months: number, halfLifeMonths: number): number {
  return 2 ** (-months / halfLifeMonths);
}

/**
 * The series from `from` to the as-of month: y_m is the sum of all points of a month, and
 * I_m = L I_(m-1) + y_m with L = 2^(-1/h); the variance fades with L^2 and takes in the month's events, while states
 * bring none. Points and index are in points; no clamp, no normalisation, so contributions add up to the index.
 * Source: method, sections 2 and 12.
 *
 * @example one event of 5.6 at weight 0.95 in March, half-life 6
 * // March: y 5.32, index 5.32, band 1.645 * sqrt(5.6^2 * 0.95 * 0.05) = 2.0075; April: index 5.32 * 0.8909 = 4.7396
 */
export function indexSeries(input: IndexInput): IndexMonth[] {
  const { indicators } = input;
  const keep = fading(1, input.halfLifeMonths);
  const cells = new Map(input.cells.map((cell) => [`${cell.month} ${cell.indicator}`, cell]));
  const earned = new Map(
    indicators
      .filter(({ kind }) => kind === "state")
      .map((indicator) => [indicator.key, statePoints(input.states, indicator, input.asOf, input.from)]),
  );

  const series: IndexMonth[] = [];
  for (const month of monthRange(input.from, monthOf(input.asOf))) {
    const before = series.at(-1);
    const points: Record<string, number> = {};
    const indexByIndicator: Record<string, number> = {};
    let [y, direct, variance, directVariance, events] = [0, 0, 0, 0, 0];
    // Sums run in the scenario's order, so that the order of the records cannot change a bit of them.
    for (const { key, relevance, role } of indicators) {
      const cell = cells.get(`${month} ${key}`);
      const value = cell ? cellPoints(cell, relevance, input.reading) : (earned.get(key)?.get(month) ?? 0);
      const added = cell ? cellVariance(cell, relevance) : 0;
      points[key] = value;
      indexByIndicator[key] = keep * (before?.indexByIndicator[key] ?? 0) + value;
      y += value;
      variance += added;
      events += cell?.n ?? 0;
      if (role !== "direct") continue;
      direct += value;
      directVariance += added;
    }
    const fadedVariance = keep * keep * (before?.variance ?? 0) + variance;
    series.push({
      month,
      points,
      y,
      direct,
      index: keep * (before?.index ?? 0) + y,
      directIndex: keep * (before?.directIndex ?? 0) + direct,
      indexByIndicator,
      directVariance,
      variance: fadedVariance,
      band90: Z_90 * Math.sqrt(fadedVariance),
      events,
    });
  }
  return series;
}

/**
 * The points an event earns in its own month: relevance x weight x score, from tenths and hundredths.
 *
 * @example eventPoints({ effective10: 28, weight100: 95 }, 1) // 2.66
 */
export function eventPoints(event: { effective10: number; weight100: number }, relevance: number): number {
  return (relevance * event.effective10 * event.weight100) / 1000 + 0;
}

/**
 * What an event of `month` still adds to the index of the as-of month.
 *
 * @example fadedPoints(5.32, "2012-04", "2012-10", 6) // 5.32 / 2 = 2.66
 */
export function fadedPoints(points: number, month: Month, asOfMonth: Month, halfLifeMonths: number): number {
  return points * fading(monthsBetween(month, asOfMonth), halfLifeMonths);
}
