/** Ranks of the residuals from a line that moves little from month to month, so that their order is kept. */

/** Residuals this near to their sorted neighbour are one value: floats of equal months differ in the last bits. */
const TIED = 1e-9;

/**
 * Ranks from 1 of y - slope x, equal values sharing the mean of theirs; values within 1e-9 of their sorted neighbour are
 * equal. All ranks are kept doubled, so that they are whole numbers and sums of them exact in any order.
 *
 * @example const ranks = new ResidualRanks(months, y); ranks.rank(3, 0) // y 0.5, 2, 0.5: doubled 3, 6, 3
 */
export class ResidualRanks {
  /** Twice the rank of each month's residual. */
  readonly doubled: Int32Array;
  private readonly order: Int32Array;
  private readonly sorted: Float64Array;
  private ordered = 0;

  constructor(
    private readonly months: Int32Array,
    private readonly y: Float64Array,
    /** The months in an order that is likely near that of their residuals, when they are first ranked. */
    private readonly likely: Int32Array,
  ) {
    this.doubled = new Int32Array(y.length);
    this.order = new Int32Array(y.length);
    this.sorted = new Float64Array(y.length);
  }

  /** Ranks the first n residuals, no fewer than before. Gives the sum of (2 rank - (n + 1))^2: 0 where all are equal. */
  rank(n: number, slope: number): number {
    this.sort(n, slope);
    const { doubled, order, sorted } = this;
    let squares = 0;
    for (let from = 0; from < n;) {
      let to = from + 1;
      while (to < n && (sorted[to] ?? 0) - (sorted[to - 1] ?? 0) <= TIED) to += 1;
      const rank = from + 1 + to;
      for (let at = from; at < to; at += 1) doubled[order[at] ?? 0] = rank;
      squares += (to - from) * (rank - n - 1) * (rank - n - 1);
      from = to;
    }
    return squares;
  }

  /** By insertion: but for the new months the order is nearly that of the month before. */
  private sort(n: number, slope: number): void {
    const { months, y, order, sorted } = this;
    if (this.ordered === 0) order.set(this.likely.subarray(0, n));
    else for (let at = this.ordered; at < n; at += 1) order[at] = at;
    this.ordered = n;
    for (let place = 0; place < n; place += 1) {
      const month = order[place] ?? 0;
      const residual = (y[month] ?? 0) - slope * (months[month] ?? 0);
      let at = place;
      while (at > 0 && (sorted[at - 1] ?? 0) > residual) {
        sorted[at] = sorted[at - 1] ?? 0;
        order[at] = order[at - 1] ?? 0;
        at -= 1;
      }
      sorted[at] = residual;
      order[at] = month;
    }
  }
}
