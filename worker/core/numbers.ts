/** Two-sided 90 % point of the normal distribution (method, section 13): a band is this many standard deviations. */
export const Z_90 = 1.6448536269514722;

/**
 * A number as a view carries it: rounded to 10 decimals, so that the last bits of a float cannot change a hash
 * (method, ruling 39). Minus nought becomes nought.
 *
 * @example round10(2 / 3) // 0.6666666667
 */
export function round10(value: number): number {
  return Number(value.toFixed(10)) + 0;
}

/** The sum, added in the order given; 0 for an empty list. Adding 0.5 and -0.5 gives 0, never minus nought. */
export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
