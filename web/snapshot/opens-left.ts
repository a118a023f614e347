/**
 * How often a capped link still opens, before the reader presses; "" where any number of times.
 *
 * @example opensLeft(3) // "It can be opened 3 more times; this one counts."
 */
export function opensLeft(left: number | null): string {
  if (left === null) return "";
  if (left === 1)
    return "It can be opened once more, and this uses it up. Keep the page open, or save it, while you need it.";
  return `It can be opened ${left} more times; this one counts, and so does loading the page again.`;
}
