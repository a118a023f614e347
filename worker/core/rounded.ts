import { round10 } from "./numbers";

/**
 * A plain value with every number in it rounded to 10 decimals, as a view carries derived numbers (method, ruling 39).
 *
 * @example rounded({ p: 2 / 3, variants: [{ rise: -0 }] }) // { p: 0.6666666667, variants: [{ rise: 0 }] }
 */
export function rounded<T>(value: T): T {
  return roundAny(value) as T;
}

function roundAny(value: unknown): unknown {
  if (typeof value === "number") return round10(value);
  if (Array.isArray(value)) return value.map(roundAny);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, roundAny(member)]));
}
