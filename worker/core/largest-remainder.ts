/**
 * Numbers rounded for display so that they add up to their rounded sum: each is rounded down, then those that lost most
 * are rounded up until the sum is right; the first of equals goes first. Source: method, section 2.
 *
 * @example largestRemainder([0.333, 0.333, 0.334], 2) // [0.33, 0.33, 0.34], sum 1.00
 */
export function largestRemainder(values: readonly number[], decimals = 2): number[] {
  const unit = 10 ** decimals;
  const scaled = values.map((value) => value * unit);
  const down = scaled.map(Math.floor);
  const target = Math.round(scaled.reduce((total, value) => total + value, 0));
  const missing = target - down.reduce((total, value) => total + value, 0);
  const lost = scaled.map((value, at) => ({ at, loss: value - (down[at] ?? 0) })).toSorted((a, b) => b.loss - a.loss);
  const up = new Set(lost.slice(0, missing).map(({ at }) => at));
  return down.map((value, at) => (value + (up.has(at) ? 1 : 0)) / unit + 0);
}
