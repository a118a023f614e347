/** How much neighbouring months alike inflate the variance of S (method, section 4: Hamed and Rao, with AR(1)). */

import type { ResidualRanks } from "./residual-ranks";

/** Fewer months than this say nothing of autocorrelation. */
const NEEDED_MONTHS = 10;
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
 * Lag-1 autocorrelation of the ranks of the residuals from a line, over pairs of months exactly one apart:
 * [sum of d d' / (pairs + 1)] / [sum of d^2 / n], d = rank - mean rank; 0 without such a pair. `doubled` holds twice the
 * ranks, `squares` the sum of (2 d)^2.
 *
 * @example ranks 1, 2, 3, 4 in four months in a row // d -1.5, -0.5, 0.5, 1.5: [(0.75 - 0.25 + 0.75) / 4] / [5 / 4] = 0.25
 */
function lagOne(months: Int32Array, doubled: Int32Array, n: number, squares: number): number {
  const mean = n + 1;
  let [products, pairs] = [0, 0];
  for (let i = 1; i < n; i += 1) {
    if ((months[i] ?? 0) - (months[i - 1] ?? 0) !== 1) continue;
    products += ((doubled[i] ?? 0) - mean) * ((doubled[i - 1] ?? 0) - mean);
    pairs += 1;
  }
  return products / 4 / (pairs + 1) / (squares / 4 / n) + 0;
}

/** F = 1 + 2 / (n (n - 1) (n - 2)) x the sum over k of (n - k) (n - k - 1) (n - k - 2) rho^k. */
function inflationOf(n: number, rho: number): number {
  if (rho === 0) return 1;
  let [total, power] = [0, 1];
  for (let left = n - 1; left > 2; left -= 1) {
    power *= rho;
    const before = total;
    total += left * (left - 1) * (left - 2) * power;
    // Each addend is smaller than the one before: once one is lost in rounding, so are the rest.
    if (total === before) break;
  }
  return 1 + (2 / (n * (n - 1) * (n - 2))) * total;
}

/**
 * Autocorrelation of the first n months of a series about their line of slope b, and what it does to the variance of S:
 * ranks of y - b x, their lag-1 correlation r1, rho = (n r1 + 2) / (n - 4) within 0 and 0.9, and F as above. Below 10
 * months r1 and rho are null and F is 1; with all ranks equal all three are neutral. `months` are whole month numbers,
 * ascending, gaps allowed. Source: method, section 4, ruling 18; Hamed and Rao 1998; Hamed 2009, equation 24.
 *
 * @example 16 months with r1 = 0.3 // rho = (16 * 0.3 + 2) / 12 = 0.5667
 */
export function autocorrelationOf(months: Int32Array, ranks: ResidualRanks, n: number, slope: number): Autocorrelation {
  if (n < NEEDED_MONTHS) return { r1: null, rho: null, inflation: 1 };
  const squares = ranks.rank(n, slope);
  if (squares === 0) return { r1: 0, rho: 0, inflation: 1 };
  const r1 = lagOne(months, ranks.doubled, n, squares);
  const rho = Math.min(Math.max((n * r1 + 2) / (n - 4), 0), LARGEST_RHO);
  return { r1, rho, inflation: inflationOf(n, rho) };
}
