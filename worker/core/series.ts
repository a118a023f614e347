/** The monthly points of each check, in arrays by month, ready to be tested (method, sections 4 and 6). */
import { exactQuotient, roundPoints, type Fraction } from "./exact";
import { daysInMonth } from "./months";
import { sum } from "./numbers";
import { cellPoints, type CellReading } from "./rollup";
import type { Variant } from "./variants";
import type { VerdictCell, VerdictInputs, VerdictMonth, VerdictSettings } from "./verdict-inputs";
import { fading } from "./warming-index";

/** A series to be tested: the covered months of the window only. Checks that differ in fading alone share one. */
export interface TestSeries {
  /** Month numbers from the window's first month (ruling 17). */
  months: Int32Array;
  /** Points, rounded to 6 decimals (ruling 16). */
  y: Float64Array;
  /** How many of the first n months have 0 points, by n. */
  zeros: Int32Array;
}

/** What one set of assumptions makes of the log, by month of the inputs. */
export interface VariantSeries {
  /** Unrounded points; the index is made of these. */
  points: Float64Array;
  test: TestSeries;
}

/** Relevance x the product of the factors / the divisor. */
interface Term {
  relevance: number;
  factors: number[];
  divisor: number;
}

/** The factor and divisor of a cell, as `cellPoints` reads it. */
function cellTerm(cell: VerdictCell, reading: CellReading): Omit<Term, "relevance"> {
  if (reading === "signs-only") return { factors: [cell.sumWSign], divisor: 100 };
  if (reading === "weights-off") return { factors: [cell.sumS], divisor: 10 };
  return { factors: [cell.sumWS], divisor: reading === "count-neutral" ? 1000 * cell.n : 1000 };
}

type Scales = ReadonlyMap<string, VerdictSettings["indicators"][number]>;

/**
 * Points that a state earned in a month before relevance: full scale x the sum of value x days / days of the month.
 *
 * @example 15 of 30 days restricted, value 0.5, full scale 4 // 4 * 0.5 * 15 / 30 = 1
 */
function statePointsOf({ held, indicator }: VerdictMonth["states"][number], scales: Scales, days: number): number {
  const scale = scales.get(indicator);
  if (!scale) return 0;
  return (scale.fullScale * sum(held.map((span) => (scale.values[span.state] ?? 0) * span.days))) / days;
}

/** Points of a month under some assumptions, unrounded. */
function pointsOf({ month, cells, states }: VerdictMonth, { relevances, reading }: Variant, scales: Scales): number {
  let points = 0;
  for (const cell of cells) points += cellPoints(cell, relevances.get(cell.indicator) ?? 0, reading);
  for (const state of states) {
    points += (relevances.get(state.indicator) ?? 0) * statePointsOf(state, scales, daysInMonth(month));
  }
  return points;
}

/** The same sum as exact fractions, one an addend. */
function exactPointsOf({ month, cells, states }: VerdictMonth, variant: Variant, scales: Scales): Fraction[] {
  const relevance = (indicator: string): number => variant.relevances.get(indicator) ?? 0;
  const events = cells.map((cell) => {
    const { factors, divisor } = cellTerm(cell, variant.reading);
    return exactQuotient([relevance(cell.indicator), ...factors], divisor);
  });
  const held = states.flatMap(({ indicator, held: spans }) =>
    spans.map(({ state, days }) => {
      const { fullScale = 0, values = {} } = scales.get(indicator) ?? {};
      return exactQuotient([relevance(indicator), fullScale, values[state] ?? 0, days], daysInMonth(month));
    }),
  );
  return [...events, ...held];
}

/**
 * The monthly points of one check: of every month, unrounded, for the index; and of the covered months of the window,
 * rounded to 6 decimals on their exact value, for the test. A covered month without points counts as 0, also where its
 * only events belong to an indicator switched off (ruling 11). Source: method, sections 2, 4 and 6.
 *
 * @example a month with one veto of 3.5 at weight 0.95, relevance 0.25 // 0.83125; signs only 0.2375; weights off 0.875
 */
export function variantSeries({ settings, months }: VerdictInputs, variant: Variant): VariantSeries {
  const scales: Scales = new Map(settings.indicators.map((indicator) => [indicator.key, indicator]));
  const points = Float64Array.from(months, (month) => pointsOf(month, variant, scales));
  const windowAt = months.findIndex(({ month }) => month >= settings.windowFrom);
  const tested = months.flatMap((month, at) => {
    if (!month.covered || month.month < settings.windowFrom) return [];
    const y = roundPoints(points[at] ?? 0, () => exactPointsOf(month, variant, scales));
    return [{ at: at - windowAt, y }];
  });
  const zeros = new Int32Array(tested.length + 1);
  for (const [at, { y }] of tested.entries()) zeros[at + 1] = (zeros[at] ?? 0) + Number(y === 0);
  const test = {
    months: Int32Array.from(tested, ({ at }) => at),
    y: Float64Array.from(tested, ({ y }) => y),
    zeros,
  };
  return { points, test };
}

/**
 * The index by month: I_m = L I_(m-1) + points, L = 2^(-1/h). Source: method, section 2.
 *
 * @example fadingSum(Float64Array.of(5.32, 0), 6) // [5.32, 5.32 * 0.8909 = 4.74]
 */
export function fadingSum(points: Float64Array, halfLifeMonths: number): Float64Array {
  const keep = fading(1, halfLifeMonths);
  let index = 0;
  return points.map((value) => (index = keep * index + value));
}
