/** How much neighbouring months alike inflate the variance of S (method, section 4: Hamed and Rao, with AR(1)). */

/** Fewer months than this say nothing of autocorrelation. */
const NEEDED_MONTHS = 10;
/** Residuals this near to their sorted neighbour are one value: floats of equal months differ in the last bits. */
const TIED = 1e-9;
const LARGEST_RHO = 0.9;

export interface Autocorrelation {
  /** Lag-1 correlation of the residual ranks; null below 10 months. */
  r1: number | null;
  /** The same, corrected for its small-sample bias and kept within 0 and 0.9; null below 10 months. */
  rho: number | null;
  /** Factor on the variance of S, never below 1. */
  inflation: number;
}

/**
 * Ranks from 1, equal values sharing the mean of theirs; values within 1e-9 of their sorted neighbour are equal.
 *
 * @example averageRanks(Float64Array.of(0.5, 2, 0.5)) // [1.5, 3, 1.5]
 */
export function averageRanks(values: Float64Array): Float64Array {
  const sorted = values.toSorted();
  const rankAt = new Float64Array(sorted.length);
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    while (to < sorted.length && (sorted[to] ?? 0) - (sorted[to - 1] ?? 0) <= TIED) to += 1;
    rankAt.fill((from + 1 + to) / 2, from, to);
    from = to;
  }
  return values.map((value) => rankAt[placeOf(sorted, value)] ?? 0);
}

/** Where a value stands first in a sorted list that holds it. */
function placeOf(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Lag-1 autocorrelation of the ranks of the residuals from a line, over pairs of months exactly one apart:
 * [sum of d d' / (pairs + 1)] / [sum of d^2 / n], d = rank - mean rank; 0 without such a pair or with equal ranks.
 *
 * @example ranks 1, 2, 3, 4 in four months in a row // d -1.5, -0.5, 0.5, 1.5: [(0.75 - 0.25 + 0.75) / 4] / [5 / 4] = 0.25
 */
function lagOne(months: Int32Array, ranks: Float64Array): number {
  const mean = (ranks.length + 1) / 2;
  let [products, pairs, squares] = [0, 0, 0];
  for (let i = 0; i < ranks.length; i += 1) {
    const deviation = (ranks[i] ?? 0) - mean;
    squares += deviation * deviation;
    if (i === 0 || (months[i] ?? 0) - (months[i - 1] ?? 0) !== 1) continue;
    products += deviation * ((ranks[i - 1] ?? 0) - mean);
    pairs += 1;
  }
  return squares === 0 ? 0 : products / (pairs + 1) / (squares / ranks.length) + 0;
}

/** F = 1 + 2 / (n (n - 1) (n - 2)) x the sum over k of (n - k) (n - k - 1) (n - k - 2) rho^k. */
function inflationOf(n: number, rho: number): number {
  if (rho === 0) return 1;
  let [total, power] = [0, 1];
  for (let left = n - 1; left > 2; left -= 1) {
    power *= rho;
    total += left * (left - 1) * (left - 2) * power;
  }
  return 1 + (2 / (n * (n - 1) * (n - 2))) * total;
}

/**
 * Autocorrelation of a series about its line of slope b, and what it does to the variance of S: ranks of y - b x, their
 * lag-1 correlation r1, rho = (n r1 + 2) / (n - 4) within 0 and 0.9, and F as above. Below 10 months r1 and rho are null
 * and F is 1; with all ranks equal all three are neutral. `months` are whole month numbers, ascending, gaps allowed.
 * Source: method, section 4, ruling 18; Hamed and Rao 1998; Hamed 2009, equation 24.
 *
 * @example 16 months with r1 = 0.3 // rho = (16 * 0.3 + 2) / 12 = 0.5667
 */
export function autocorrelationOf(months: Int32Array, y: Float64Array, slope: number): Autocorrelation {
  const n = y.length;
  if (n < NEEDED_MONTHS) return { r1: null, rho: null, inflation: 1 };
  const ranks = averageRanks(y.map((value, i) => value - slope * (months[i] ?? 0)));
  if (ranks.every((rank) => rank === ranks[0])) return { r1: 0, rho: 0, inflation: 1 };
  const r1 = lagOne(months, ranks);
  const rho = Math.min(Math.max((n * r1 + 2) / (n - 4), 0), LARGEST_RHO);
  return { r1, rho, inflation: inflationOf(n, rho) };
}
