/** The Mann-Kendall test: every pair of months votes whether the later one was warmer (method, section 4). */
import erfc from "@stdlib/math-base-special-erfc";

/** What a group of t equal values takes off 18 x the variance of S: t (t - 1) (2 t + 5). */
function tieTerm(size: number): number {
  return size * (size - 1) * (2 * size + 5);
}

/**
 * Values in order, that grow by one at a time, and what their ties take off the variance of S.
 *
 * @example const list = new TieList(Float64Array.of(2, 1, 2)); list.add(); list.add(); list.add(); list.varianceOfS() // (3*2*11 - 2*1*9) / 18 = 2.667
 */
export class TieList {
  /** The places of the values taken in so far, the smallest value first. */
  readonly order: Int32Array;
  private size = 0;
  private ties = 0;

  constructor(private readonly values: Float64Array) {
    this.order = new Int32Array(values.length);
  }

  /**
   * Takes in the next value. Gives what a month of that value adds to S: how many values before it are smaller, less how many
   * are greater.
   */
  add(): number {
    const { values, order, size } = this;
    const value = values[size] ?? 0;
    let at = size;
    for (; at > 0; at -= 1) {
      const before = order[at - 1] ?? 0;
      if ((values[before] ?? 0) <= value) break;
      order[at] = before;
    }
    order[at] = size;
    this.size = size + 1;
    const smaller = at > 0 && this.at(at - 1) === value ? this.smaller(value, at) : at;
    const equal = at - smaller + 1;
    this.ties += tieTerm(equal) - tieTerm(equal - 1);
    return smaller - (size - at);
  }

  /** How many are smaller than a value that stands before place `end`: by halves, for most may be equal. */
  private smaller(value: number, end: number): number {
    let [low, high] = [0, end - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.at(middle) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Variance of S without a trend: [n (n - 1) (2 n + 5) - the sum over groups of t (t - 1) (2 t + 5)] / 18. */
  varianceOfS(): number {
    return (tieTerm(this.size) - this.ties) / 18;
  }

  /** The value of a rank, 0 = smallest. */
  at(rank: number): number {
    return this.values[this.order[rank] ?? 0] ?? 0;
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
