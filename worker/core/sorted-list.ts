/**
 * A sorted list that takes in lists of values, each sorted apart and merged in.
 *
 * @example const list = new SortedList(); list.add(Float64Array.of(3, 1)); list.add(Float64Array.of(2)); list.at(1) // 2
 */
export class SortedList {
  /** From place 1 on; place 0 holds -Infinity, so that the inner loop of a merge needs no other end. */
  private sorted = new Float64Array(64);
  private size = 0;

  /** Sorts the values in place, then merges from the back, so that nothing is overwritten before it has moved. */
  add(values: Float64Array): void {
    const size = this.size + values.length;
    if (size >= this.sorted.length) {
      const larger = new Float64Array(2 * size);
      larger.set(this.sorted);
      this.sorted = larger;
    }
    const { sorted } = this;
    sorted[0] = Number.NEGATIVE_INFINITY;
    values.sort();
    let [from, to] = [this.size, size];
    let kept = sorted[from] ?? 0;
    for (let right = values.length - 1; right >= 0; right -= 1) {
      const value = values[right] ?? 0;
      while (kept > value) {
        sorted[to] = kept;
        to -= 1;
        from -= 1;
        kept = sorted[from] ?? 0;
      }
      sorted[to] = value;
      to -= 1;
    }
    this.size = size;
  }

  /** The value of a rank, 0 = smallest. */
  at(rank: number): number {
    return this.sorted[rank + 1] ?? 0;
  }
}
