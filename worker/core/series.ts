/** The monthly points of each check, in arrays by month, ready to be tested (method, sections 4 and 6). */
import { exactQuotient, roundPoints, type Fraction } from "./exact";
import { daysInMonth } from "./months";
import { READING_TERMS, type CellReading } from "./rollup";
import type { Variant } from "./variants";
import type { VerdictInputs, VerdictMonth } from "./verdict-inputs";
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

/** Points of each month under some assumptions, unrounded; states after events. */
function pointsOf(months: number, relevances: Float64Array, reading: CellReading, table: VerdictTable): Float64Array {
  const { sums, cellsFrom, cellOf, earned, earnedFrom, earnedOf } = table;
  const { sum, divisor, mean } = READING_TERMS[reading];
  const [tops, events] = [sums[sum], sums.n];
  const points = new Float64Array(months);
  for (let at = 0; at < months; at += 1) {
    let total = 0;
    for (let place = cellsFrom[at] ?? 0; place < (cellsFrom[at + 1] ?? 0); place += 1) {
      const term = ((relevances[cellOf[place] ?? 0] ?? 0) * (tops[place] ?? 0)) / divisor;
      total += mean ? term / (events[place] ?? 1) : term;
    }
    for (let place = earnedFrom[at] ?? 0; place < (earnedFrom[at + 1] ?? 0); place += 1) {
      total += (relevances[earnedOf[place] ?? 0] ?? 0) * (earned[place] ?? 0);
    }
    points[at] = total;
  }
  return points;
}

/** The same sum as exact fractions, one an addend. */
function exactPointsOf(of: VerdictMonth | undefined, variant: Variant, scales: Scales): Fraction[] {
  if (!of) return [];
  const { month, cells, states } = of;
  const relevance = (indicator: string): number => variant.relevances.get(indicator) ?? 0;
  const { sum, divisor, mean } = READING_TERMS[variant.reading];
  const events = cells.map((cell) => {
    return exactQuotient([relevance(cell.indicator), cell[sum]], mean ? divisor * cell.n : divisor);
  });
  const held = states.flatMap(({ indicator, held: spans }) =>
    spans.map(({ state, days }) => {
      const { fullScale = 0, values = {} } = scales.get(indicator) ?? {};
      return exactQuotient([relevance(indicator), fullScale, values[state] ?? 0, days], daysInMonth(month));
    }),
  );
  return [...events, ...held];
}

/** The points of the tested months, rounded. */
function testSeries(
  points: Float64Array,
  { testedAt, tested }: VerdictTable,
  exactAt: (at: number) => Fraction[],
): TestSeries {
  const y = new Float64Array(testedAt.length);
  const zeros = new Int32Array(testedAt.length + 1);
  for (let n = 0; n < testedAt.length; n += 1) {
    const at = testedAt[n] ?? 0;
    const value = roundPoints(points[at] ?? 0, () => exactAt(at));
    y[n] = value;
    zeros[n + 1] = (zeros[n] ?? 0) + (value === 0 ? 1 : 0);
  }
  return { months: tested, y, zeros };
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
  const points = pointsOf(months.length, relevances, variant.reading, table);

  const exactAt = (at: number): Fraction[] => exactPointsOf(months[at], variant, scalesOf(settings));
  return { points, test: testSeries(points, table, exactAt) };
}

/**
 * The index by month: I_m = L I_(m-1) + points, L = 2^(-1/h). Source: method, section 2.
 *
 * @example fadingSum(Float64Array.of(5.32, 0), 6) // [5.32, 5.32 * 0.8909 = 4.74]
 */
export function fadingSum(points: Float64Array, halfLifeMonths: number): Float64Array {
  const keep = fading(1, halfLifeMonths);
  const index = new Float64Array(points.length);
  let before = 0;
  for (let at = 0; at < points.length; at += 1) {
    before = keep * before + (points[at] ?? 0);
    index[at] = before;
  }
  return index;
}
