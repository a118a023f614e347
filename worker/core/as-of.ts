import { addMonths, lastDayOf, monthOf } from "./months";
import type { Month } from "./types";
import type { ScenarioView } from "./view-types";

export interface AsOf {
  asOf: string;
  asOfReason: ScenarioView["asOfReason"];
}

/**
 * The day a page opens at: today, if the current or the previous month was looked at; else the last day of the last
 * month that was; today, if none ever was. Covered months after today's are ignored.
 *
 * @example defaultAsOf("2026-11-05", ["2025-10", "2025-11"]) // { asOf: "2025-11-30", asOfReason: "last-covered" }
 */
export function defaultAsOf(today: string, covered: Iterable<Month>): AsOf {
  const current = monthOf(today);
  const last = [...covered]
    .filter((month) => month <= current)
    .toSorted()
    .at(-1);
  if (last === undefined || last >= addMonths(current, -1)) return { asOf: today, asOfReason: "today" };
  return { asOf: lastDayOf(last), asOfReason: "last-covered" };
}
