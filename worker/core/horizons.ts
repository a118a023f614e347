import { isComplete } from "./months";
import type { Horizon } from "./types";

/**
 * Whether a horizon's verdict is final: the as-of day has reached the last day of its month. An open horizon never is.
 * Source: method, ruling 2.
 *
 * @example isFinal({ until: "2013-06" }, "2013-06-30") // true
 */
export function isFinal(horizon: Pick<Horizon, "until">, asOf: string): boolean {
  return horizon.until !== null && isComplete(horizon.until, asOf);
}

/** Open horizons come after all dated ones. */
function byEnd(a: Horizon, b: Horizon): number {
  const [endA, endB] = [a.until ?? "9999-99", b.until ?? "9999-99"];
  return endA < endB ? -1 : Number(endA > endB);
}

/**
 * The key of the horizon that leads: the nearest one that is not final; the last one once all are.
 * Source: method, ruling 4.
 *
 * @example one year to June 2013, five to June 2017, open; as of 2014-12-31 // "five-year"
 */
export function headlineHorizon(horizons: readonly Horizon[], asOf: string): string {
  const ordered = horizons.toSorted(byEnd);
  return (ordered.find((horizon) => !isFinal(horizon, asOf)) ?? ordered.at(-1))?.key ?? "";
}
