/** Part (b) of the method: is the change real? Mann-Kendall and Theil-Sen on the unfaded monthly points. */
import { autocorrelationOf, type Autocorrelation } from "./autocorrelation";
import { pOf, TieList, zOf } from "./mann-kendall";
import { Z_90 } from "./numbers";
import { medianOf, roundHalfEven, selector } from "./order-statistics";

/** Fewer months than this have no trend. */
export const TESTABLE_MONTHS = 3;

export interface Trend extends Autocorrelation {
  /** Months tested. */
  n: number;
  /** Pairs of months whose later one was warmer, minus those whose later one was cooler. */
  S: number;
  /** Variance of S without a trend, before inflation. */
  varS: number;
  z: number;
  p: number;
  /** Points a month, each month. */
  slope: number;
  intercept: number;
  low: number;
  high: number;
  /** From the first to the last month tested. */
  spanMonths: number;
  rise: number;
  riseLow: number;
  riseHigh: number;
}

/** All that a trend is read from; the order statistics come from a selection or from a list kept sorted. */
export interface TrendParts {
  /** Whole month numbers, ascending; gaps stay gaps. */
  months: Int32Array;
  y: Float64Array;
  S: number;
  values: TieList;
  slopeAt: (rank: number) => number;
}

/**
 * The slopes between month `later` and each earlier one, (y_j - y_i) / (x_j - x_i), written to `slopes` from `from` on.
 * Gives their signs' sum: what the month adds to S.
 */
export function addSlopes(
  { months, y }: Pick<TrendParts, "months" | "y">,
  later: number,
  slopes: Float64Array,
  from: number,
): number {
  const [month, value] = [months[later] ?? 0, y[later] ?? 0];
  let signs = 0;
  for (let earlier = 0; earlier < later; earlier += 1) {
    const change = value - (y[earlier] ?? 0);
    if (change > 0) signs += 1;
    else if (change < 0) signs -= 1;
    slopes[from + earlier] = change / (month - (months[earlier] ?? 0));
  }
  return signs;
}

/**
 * The 90 % interval of the slope: the order statistics at (N -+ w) / 2 with w = 1.645 x the root of the variance of S,
 * inflated or not, ranks rounded half to even as SciPy does.
 *
 * @example N = 66 slopes, variance 210.67: w = 23.87 // ranks round(21.06) - 1 = 20 and round(44.94) = 45
 */
export function slopeInterval(
  slopeAt: (rank: number) => number,
  count: number,
  variance: number,
): { low: number; high: number } {
  const width = Z_90 * Math.sqrt(variance);
  const low = Math.max(roundHalfEven((count - width) / 2) - 1, 0);
  const high = Math.min(roundHalfEven((count + width) / 2), count - 1);
  return { low: slopeAt(low), high: slopeAt(high) };
}

/** The trend of at least 3 months from its parts; see `trendOf`. */
export function trendFromParts({ months, y, S, values, slopeAt }: TrendParts): Trend {
  const n = y.length;
  const count = (n * (n - 1)) / 2;
  const slope = medianOf(slopeAt, count);
  const intercept = medianOf((rank) => values.at(rank), n) - slope * medianOf((rank) => months[rank] ?? 0, n);
  const autocorrelation = autocorrelationOf(months, y, slope);
  const varS = values.varianceOfS();
  const variance = autocorrelation.inflation * varS;
  const z = zOf(S, variance);
  const { low, high } = slopeInterval(slopeAt, count, variance);
  const spanMonths = (months[n - 1] ?? 0) - (months[0] ?? 0);
  return {
    n,
    S,
    varS,
    ...autocorrelation,
    z,
    p: pOf(z),
    slope,
    intercept,
    low,
    high,
    spanMonths,
    rise: slope * spanMonths,
    riseLow: low * spanMonths,
    riseHigh: high * spanMonths,
  };
}

/**
 * Trend of monthly points: S with ties, its variance inflated for autocorrelation, z and two-sided p; the Theil-Sen
 * slope with its 90 % interval, and the rise over the span. `months` are whole month numbers in ascending order, months
 * not covered left out; `y` holds their points. Null below 3 months. Constant series: S = 0, z = 0, p = 1.
 * Source: method, section 4.
 *
 * @example the twelve months of the method's section 14
 * // S -10, varS 210.67, r1 -0.313, rho 0, inflation 1, z -0.620, p 0.535, rise -1.93 [-12.31, 2.93]
 */
export function trendOf(months: Int32Array, y: Float64Array): Trend | null {
  const n = y.length;
  if (n < TESTABLE_MONTHS) return null;
  const slopes = new Float64Array((n * (n - 1)) / 2);
  const values = new TieList(n);
  let [S, filled] = [0, 0];
  for (let later = 0; later < n; later += 1) {
    S += addSlopes({ months, y }, later, slopes, filled);
    values.add(y[later] ?? 0);
    filled += later;
  }
  return trendFromParts({ months, y, S, values, slopeAt: selector(slopes) });
}
