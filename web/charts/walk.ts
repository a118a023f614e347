/** What a key does on a chart that has the focus. */

export type Step = { to: number } | "open" | "close" | { range: string } | null;

/** A year of months. */
const PAGE = 12;

const ALIASES: Record<string, string> = { a: "0", A: "0", R: "r" };

/**
 * Arrows walk the points, Page Up and Down a year of them, Home and End to the ends; Enter or Space opens one, Escape lets
 * go; digits and letters choose a range.
 *
 * @example stepFor("ArrowLeft", 5, 10, []) // { to: 4 }
 */
export function stepFor(key: string, at: number, count: number, rangeKeys: string[]): Step {
  const to = (place: number): Step => (count === 0 ? null : { to: Math.min(count - 1, Math.max(0, place)) });
  switch (key) {
    case "ArrowLeft":
    case "ArrowUp":
      return to(at - 1);
    case "ArrowRight":
    case "ArrowDown":
      return to(at + 1);
    case "PageUp":
      return to(at - PAGE);
    case "PageDown":
      return to(at + PAGE);
    case "Home":
      return to(0);
    case "End":
      return to(count - 1);
    case "Enter":
    case " ":
      return "open";
    case "Escape":
      return "close";
    default: {
      const range = ALIASES[key] ?? key;
      return rangeKeys.includes(range) ? { range } : null;
    }
  }
}
