import { TieList } from "./mann-kendall";
import { addSlopes, TESTABLE_MONTHS, trendFromParts, type Trend } from "./trend";

/**
 * Merges sorted fresh values into a list sorted in the places 1 to `size`, in place; place 0 holds -Infinity, so that the
 * inner loop needs no other end. From the back, so that no value is overwritten before it has moved.
 */
function mergeIn(list: Float64Array, size: number, fresh: Float64Array): void {
  let from = size;
  let to = size + fresh.length;
  let kept = list[from] ?? 0;
  for (let right = fresh.length - 1; right >= 0; right -= 1) {
    const value = fresh[right] ?? 0;
    while (kept > value) {
      list[to] = kept;
      to -= 1;
      from -= 1;
      kept = list[from] ?? 0;
    }
    list[to] = value;
    to -= 1;
  }
}

/**
 * The trends of all beginnings of a series in one forward pass: entry n is the trend of the first n months, null below 3.
 * The slopes are kept sorted; a month adds its own, sorted apart and merged in. Equal to `trendOf` of each beginning to
 * the last bit, at a fraction of the cost. Source: method, sections 4 and 12.
 *
 * @example trendsOfBeginnings(months, y)[12] // trendOf(months.subarray(0, 12), y.subarray(0, 12))
 */
export function trendsOfBeginnings(months: Int32Array, y: Float64Array): (Trend | null)[] {
  const n = y.length;
  const sorted = new Float64Array((n * (n - 1)) / 2 + 1);
  sorted[0] = Number.NEGATIVE_INFINITY;
  const fresh = new Float64Array(n);
  const values = new TieList(n);
  const trends: (Trend | null)[] = [null];
  let [S, filled] = [0, 0];
  for (let later = 0; later < n; later += 1) {
    S += addSlopes({ months, y }, later, fresh, 0);
    values.add(y[later] ?? 0);
    mergeIn(sorted, filled, fresh.subarray(0, later).sort());
    filled += later;
    const size = later + 1;
    const parts = { months: months.subarray(0, size), y: y.subarray(0, size), S, values };
    trends.push(size < TESTABLE_MONTHS ? null : trendFromParts({ ...parts, slopeAt: (rank) => sorted[rank + 1] ?? 0 }));
  }
  return trends;
}
