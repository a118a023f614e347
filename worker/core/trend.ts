/** Part (b) of the method: is the change real? Mann-Kendall and Theil-Sen on the unfaded monthly points. */
import { autocorrelationOf, type Autocorrelation } from "./autocorrelation";
import { pOf, TieList, zOf } from "./mann-kendall";
import { Z_90 } from "./numbers";
import { medianOf, roundHalfEven, selector } from "./order-statistics";
import { ResidualRanks } from "./residual-ranks";
import { SlopeList } from "./slope-list";
import { middleSelector, pairsOf, slopeRoom, slopesOf, type SlopeRoom } from "./slopes";

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

/** The slope of a rank, and which of the three ranks of a trend it is. */
export type SlopeAt = (rank: number, which?: 0 | 1 | 2) => number;

/**
 * The 90 % interval of the slope: the order statistics at (N -+ w) / 2 with w = 1.645 x the root of the variance of S,
 * inflated or not, ranks rounded half to even as SciPy does.
 *
 * @example N = 66 slopes, variance 210.67: w = 23.87 // ranks round(21.06) - 1 = 20 and round(44.94) = 45
 */
export function slopeInterval(slopeAt: SlopeAt, count: number, variance: number): { low: number; high: number } {
  const width = Z_90 * Math.sqrt(variance);
  const low = Math.max(roundHalfEven((count - width) / 2) - 1, 0);
  const high = Math.min(roundHalfEven((count + width) / 2), count - 1);
  return { low: slopeAt(low, 1), high: slopeAt(high, 2) };
}

/** A series of monthly points that is tested month by month; what one month leaves behind serves the next. */
class GrowingSeries {
  private readonly ranks: ResidualRanks;
  private readonly values: TieList;
  private S = 0;
  private n = 0;

  constructor(
    private readonly months: Int32Array,
    y: Float64Array,
  ) {
    this.values = new TieList(y);
    this.ranks = new ResidualRanks(months, y, this.values.order);
  }

  growTo(n: number): void {
    for (; this.n < n; this.n += 1) this.S += this.values.add();
  }

  /** Three of four pairs vote alike: slopes then come in runs, which plain selection is quick with. */
  isOrderly(): boolean {
    return 2 * Math.abs(this.S) > pairsOf(this.n);
  }

  /** The trend of the months so far, at least 3. */
  trend(slopeAt: SlopeAt): Trend {
    const { months, values, S, n } = this;
    const count = pairsOf(n);
    const slope = medianOf(slopeAt, count);
    const intercept = medianOf((rank) => values.at(rank), n) - slope * medianOf((rank) => months[rank] ?? 0, n);
    const { r1, rho, inflation } = autocorrelationOf(months, this.ranks, n, slope);
    const varS = values.varianceOfS();
    const variance = inflation * varS;
    const z = zOf(S, variance);
    const { low, high } = slopeInterval(slopeAt, count, variance);
    const spanMonths = (months[n - 1] ?? 0) - (months[0] ?? 0);
    return {
      n,
      S,
      varS,
      r1,
      rho,
      inflation,
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
export function trendOf(months: Int32Array, y: Float64Array, room: SlopeRoom = slopeRoom(y.length)): Trend | null {
  if (y.length < TESTABLE_MONTHS) return null;
  const series = new GrowingSeries(months, y);
  series.growTo(y.length);
  const slopes = slopesOf(months, y, room.slopes);
  return series.trend(series.isOrderly() ? selector(slopes) : middleSelector(slopes, room.aside));
}

/** Room to test one series after another; only a sweep needs a list. */
export class TrendRoom {
  readonly slopes: SlopeRoom;
  private made: SlopeList | null = null;

  /** For series of at most so many months. */
  constructor(months: number) {
    this.slopes = slopeRoom(months);
  }

  list(): SlopeList {
    this.made ??= new SlopeList(this.slopes);
    return this.made;
  }
}

/**
 * The trends of the beginnings of a series in one forward pass: entry n is the trend of the first n months, null below 3
 * months and below `from`. Source: method, sections 4 and 12.
 *
 * @example trendsOfBeginnings(months, y)[12] // trendOf(months.subarray(0, 12), y.subarray(0, 12))
 */
export function trendsOfBeginnings(
  months: Int32Array,
  y: Float64Array,
  from = 0,
  room = new TrendRoom(y.length),
): (Trend | null)[] {
  const first = Math.max(from, TESTABLE_MONTHS);
  const trends: (Trend | null)[] = [];
  while (trends.length < first && trends.length <= y.length) trends.push(null);
  if (first === y.length) trends.push(trendOf(months, y, room.slopes));
  if (first >= y.length) return trends;
  const slopes = room.list();
  slopes.begin(months, y);
  const slopeAt: SlopeAt = (rank, which) => slopes.at(rank, which);
  const series = new GrowingSeries(months, y);
  for (let n = first; n <= y.length; n += 1) {
    slopes.growTo(n);
    series.growTo(n);
    trends.push(series.trend(slopeAt));
  }
  return trends;
}
