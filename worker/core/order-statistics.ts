/** Order statistics by selection, not by sorting: a trend over n months needs four of n (n - 1) / 2 slopes. */

/** Moves the value of a rank to its place within [left, right]; smaller ones end up before it, larger ones after. */
function place(values: Float64Array, rank: number, left: number, right: number): void {
  while (left < right) {
    const first = values[left] ?? 0;
    const middle = values[(left + right) >> 1] ?? 0;
    const last = values[right] ?? 0;
    const pivot = Math.max(Math.min(first, middle), Math.min(Math.max(first, middle), last));
    let up = left;
    let down = right;
    while (up <= down) {
      while ((values[up] ?? 0) < pivot) up += 1;
      while ((values[down] ?? 0) > pivot) down -= 1;
      if (up > down) break;
      const swapped = values[up] ?? 0;
      values[up] = values[down] ?? 0;
      values[down] = swapped;
      up += 1;
      down -= 1;
    }
    if (rank <= down) right = down;
    else if (rank >= up) left = up;
    else return;
  }
}

/**
 * Gives the value of any rank (0 = smallest) of `values`, which it reorders. Ranks asked for before narrow the search
 * for later ones. Ranks are whole numbers from 0 to length - 1.
 *
 * @example const at = selector(Float64Array.of(5, 1, 3)); at(1) // 3; at(0) // 1
 */
export function selector(values: Float64Array): (rank: number) => number {
  const placed: number[] = [];
  return (rank) => {
    let [before, after] = [-1, values.length];
    for (const done of placed) {
      if (done <= rank) before = Math.max(before, done);
      if (done >= rank) after = Math.min(after, done);
    }
    if (before !== rank) {
      place(values, rank, before + 1, after - 1);
      placed.push(rank);
    }
    return values[rank] ?? 0;
  };
}

/**
 * The median from order statistics: the middle one of an odd count, the mean of the middle two of an even count.
 *
 * @example medianOf(selector(Float64Array.of(4, 1, 3, 2)), 4) // (2 + 3) / 2 = 2.5
 */
export function medianOf(at: (rank: number) => number, count: number): number {
  const upper = at(count >> 1);
  return count % 2 === 1 ? upper : (at((count >> 1) - 1) + upper) / 2;
}

/**
 * To the nearest whole number, halves to the even one, as SciPy rounds ranks.
 *
 * @example roundHalfEven(2.5) // 2; roundHalfEven(3.5) // 4; roundHalfEven(-2.5) // -2
 */
export function roundHalfEven(value: number): number {
  const rounded = Math.round(value);
  return Math.abs(rounded - value) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}
