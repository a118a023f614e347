/** The Mann-Kendall test: every pair of months votes whether the later one was warmer (method, section 4). */
import erfc from "@stdlib/math-base-special-erfc";

/** What a group of t equal values takes off 18 x the variance of S: t (t - 1) (2 t + 5). */
function tieTerm(size: number): number {
  return size * (size - 1) * (2 * size + 5);
}

/**
 * A sorted list that grows by one value at a time and knows what its ties take off the variance of S.
 *
 * @example const list = new TieList(3); [2, 1, 2].forEach((y) => list.add(y)); list.varianceOfS() // (3*2*11 - 2*1*9) / 18 = 2.667
 */
export class TieList {
  private readonly sorted: Float64Array;
  private size = 0;
  private ties = 0;

  constructor(capacity: number) {
    this.sorted = new Float64Array(capacity);
  }

  /**
   * Takes in one value more; at most `capacity` in all. Gives what a month of that value adds to S: how many values before
   * it are smaller, less how many are greater.
   */
  add(value: number): number {
    let at = this.size;
    while (at > 0 && (this.sorted[at - 1] ?? 0) > value) {
      this.sorted[at] = this.sorted[at - 1] ?? 0;
      at -= 1;
    }
    this.sorted[at] = value;
    this.size += 1;
    let equal = 1;
    while (at - equal >= 0 && this.sorted[at - equal] === value) equal += 1;
    this.ties += tieTerm(equal) - tieTerm(equal - 1);
    return at - equal + 1 - (this.size - 1 - at);
  }

  /** Variance of S without a trend: [n (n - 1) (2 n + 5) - the sum over groups of t (t - 1) (2 t + 5)] / 18. */
  varianceOfS(): number {
    return (tieTerm(this.size) - this.ties) / 18;
  }

  /** The value of a rank, 0 = smallest. */
  at(rank: number): number {
    return this.sorted[rank] ?? 0;
  }
}

/**
 * S in standard deviations, one step nearer to 0 for continuity; 0 if S or its variance is 0. The variance may be
 * inflated for autocorrelation.
 *
 * @example zOf(-10, 210.6667) // (-10 + 1) / sqrt(210.6667) = -0.6201
 */
export function zOf(s: number, variance: number): number {
  return s === 0 || variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
}

/**
 * Two-sided p of a standard normal z: erfc(|z| / sqrt 2). Probability of an S at least this far from 0 without a trend.
 *
 * @example pOf(-0.6201) // 0.5352
 */
export function pOf(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}
