/** The monthly points of each check, in arrays by month, ready to be tested (method, sections 4 and 6). */
import { exactQuotient, roundPoints, type Fraction } from "./exact";
import { daysInMonth } from "./months";
import { cellPoints, type CellReading } from "./rollup";
import type { Variant } from "./variants";
import type { VerdictCell, VerdictInputs, VerdictMonth } from "./verdict-inputs";
import { relevancesOf, scalesOf, tableOf, type Scales, type VerdictTable } from "./verdict-table";
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

/** Points of a month under some assumptions, unrounded; states after events. */
function pointsOf(at: number, relevances: Float64Array, reading: CellReading, table: VerdictTable): number {
  const { cells, cellsFrom, cellOf, earned, earnedFrom, earnedOf } = table;
  let points = 0;
  for (let place = cellsFrom[at] ?? 0; place < (cellsFrom[at + 1] ?? 0); place += 1) {
    const cell = cells[place];
    if (cell) points += cellPoints(cell, relevances[cellOf[place] ?? 0] ?? 0, reading);
  }
  for (let place = earnedFrom[at] ?? 0; place < (earnedFrom[at + 1] ?? 0); place += 1) {
    points += (relevances[earnedOf[place] ?? 0] ?? 0) * (earned[place] ?? 0);
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
export function variantSeries(inputs: VerdictInputs, variant: Variant, table = tableOf(inputs)): VariantSeries {
  const { settings, months } = inputs;
  const relevances = relevancesOf(settings, variant.relevances);
  const points = new Float64Array(months.length);
  for (let at = 0; at < months.length; at += 1) points[at] = pointsOf(at, relevances, variant.reading, table);

  const { windowAt } = table;
  const [numbers, y, zeros] = [new Int32Array(months.length), new Float64Array(months.length), [0]];
  let [n, zero] = [0, 0];
  for (let at = windowAt; at >= 0 && at < months.length; at += 1) {
    const month = months[at];
    if (!month?.covered) continue;
    numbers[n] = at - windowAt;
    y[n] = roundPoints(points[at] ?? 0, () => exactPointsOf(month, variant, scalesOf(settings)));
    if (y[n] === 0) zero += 1;
    zeros.push(zero);
    n += 1;
  }
  return { points, test: { months: numbers.slice(0, n), y: y.slice(0, n), zeros: Int32Array.from(zeros) } };
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
