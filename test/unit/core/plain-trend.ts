/** The trend the plain way: everything is sorted anew for every beginning. What the fast one is held against. */
import { pOf, zOf } from "../../../worker/core/mann-kendall";
import { Z_90 } from "../../../worker/core/numbers";
import { medianOf, roundHalfEven } from "../../../worker/core/order-statistics";
import type { Trend } from "../../../worker/core/trend";

export interface Points {
  months: Int32Array;
  y: Float64Array;
}

/** All slopes between two months, the smallest first. */
export function plainSlopes({ months, y }: Points): Float64Array {
  const slopes: number[] = [];
  for (let j = 0; j < y.length; j += 1) {
    for (let i = 0; i < j; i += 1) {
      slopes.push(((y[j] ?? 0) - (y[i] ?? 0)) / ((months[j] ?? 0) - (months[i] ?? 0)));
    }
  }
  return Float64Array.from(slopes).sort();
}

function plainVarS(y: Float64Array): number {
  const term = (size: number): number => size * (size - 1) * (2 * size + 5);
  const ties = [...Map.groupBy(y, (value) => value).values()].map((group) => term(group.length));
  return ties.reduce((left, tie) => left - tie, term(y.length)) / 18;
}

/** Ranks from 1, values within 1e-9 of their sorted neighbour sharing the mean of theirs. */
export function plainRanks(values: Float64Array): Float64Array {
  const sorted = values.toSorted();
  const rankAt = new Float64Array(sorted.length);
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    while (to < sorted.length && (sorted[to] ?? 0) - (sorted[to - 1] ?? 0) <= 1e-9) to += 1;
    rankAt.fill((from + 1 + to) / 2, from, to);
    from = to;
  }
  return values.map((value) => rankAt[sorted.indexOf(value)] ?? 0);
}

function plainLagOne(months: Int32Array, ranks: Float64Array): number {
  const deviations = ranks.map((rank) => rank - (ranks.length + 1) / 2);
  let [products, pairs] = [0, 0];
  for (let i = 1; i < ranks.length; i += 1) {
    if ((months[i] ?? 0) - (months[i - 1] ?? 0) !== 1) continue;
    products += (deviations[i] ?? 0) * (deviations[i - 1] ?? 0);
    pairs += 1;
  }
  const squares = deviations.reduce((total, deviation) => total + deviation * deviation, 0);
  return products / (pairs + 1) / (squares / ranks.length) + 0;
}

function plainAutocorrelation({ months, y }: Points, slope: number): Pick<Trend, "r1" | "rho" | "inflation"> {
  const n = y.length;
  if (n < 10) return { r1: null, rho: null, inflation: 1 };
  const ranks = plainRanks(y.map((value, i) => value - slope * (months[i] ?? 0)));
  if (ranks.every((rank) => rank === ranks[0])) return { r1: 0, rho: 0, inflation: 1 };
  const r1 = plainLagOne(months, ranks);
  const rho = Math.min(Math.max((n * r1 + 2) / (n - 4), 0), 0.9);
  if (rho === 0) return { r1, rho, inflation: 1 };
  let [total, power] = [0, 1];
  for (let left = n - 1; left > 2; left -= 1) {
    power *= rho;
    total += left * (left - 1) * (left - 2) * power;
  }
  return { r1, rho, inflation: 1 + (2 / (n * (n - 1) * (n - 2))) * total };
}

/** Null below 3 months. */
export function plainTrend(points: Points): Trend | null {
  const { months, y } = points;
  const n = y.length;
  if (n < 3) return null;
  const slopes = plainSlopes(points);
  const count = slopes.length;
  const median = (sorted: Float64Array | Int32Array): number => medianOf((rank) => sorted[rank] ?? 0, sorted.length);
  const slope = median(slopes);
  const autocorrelation = plainAutocorrelation(points, slope);
  const varS = plainVarS(y);
  const S = y.reduce((all, value, j) => y.subarray(0, j).reduce((sum, one) => sum + Math.sign(value - one), all), 0);
  const z = zOf(S, autocorrelation.inflation * varS);
  const width = Z_90 * Math.sqrt(autocorrelation.inflation * varS);
  const low = slopes[Math.max(roundHalfEven((count - width) / 2) - 1, 0)] ?? 0;
  const high = slopes[Math.min(roundHalfEven((count + width) / 2), count - 1)] ?? 0;
  const spanMonths = (months[n - 1] ?? 0) - (months[0] ?? 0);
  return {
    n,
    S,
    varS,
    ...autocorrelation,
    z,
    p: pOf(z),
    slope,
    intercept: median(y.toSorted()) - slope * median(months),
    low,
    high,
    spanMonths,
    rise: slope * spanMonths,
    riseLow: low * spanMonths,
    riseHigh: high * spanMonths,
  };
}
