import type { Horizon, Month } from "./types";

/**
 * Whether a horizon's verdict is final: its month is complete. An open horizon never is. Source: method, rulings 2 and 5.
 *
 * @example isFinal({ until: "2013-06" }, "2013-06") // true
 */
export function isFinal({ until }: Pick<Horizon, "until">, completeTo: Month): boolean {
  return until !== null && until <= completeTo;
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
 * @example one year to June 2013, five to June 2017, open; months complete to 2014-12 // "five-year"
 */
export function headlineHorizon(horizons: readonly Horizon[], completeTo: Month): string {
  const ordered = horizons.toSorted(byEnd);
  return (ordered.find((horizon) => !isFinal(horizon, completeTo)) ?? ordered.at(-1))?.key ?? "";
}
