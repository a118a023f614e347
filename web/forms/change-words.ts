/** What a save did to the index, told afterwards only. */
import { monthOf } from "../../worker/core/months";
import type { ValidDate } from "../../worker/core/types";
import type { ScenarioView } from "../../worker/core/view-types";
import { formatDate, formatInstant, formatNumber } from "../lib/format";

/** Of an event whose day has begun, but not yet by UTC: from when it counts. */
export function laterInWords(countsFrom: number): string {
  return `Counts from ${formatInstant(countsFrom)}, 00:00 UTC.`;
}

type Standing = Pick<ScenarioView, "index" | "asOf"> & {
  months: readonly Pick<ScenarioView["months"][number], "month" | "index">[];
};

/** "The index of all evidence goes from 12.0 to 14.1, as of 30 November 2025."; says so where nothing changed or the as-of day moved. */
function nowInWords(before: Standing, after: Standing): string {
  const [was, is] = [formatNumber(before.index), formatNumber(after.index)];
  if (before.asOf !== after.asOf) {
    return `The index of all evidence was ${was} as of ${formatDate(before.asOf)}; it is ${is} as of ${formatDate(after.asOf)}.`;
  }
  if (was === is) return `The index of all evidence stays at ${is}, as of ${formatDate(after.asOf)}.`;
  return `The index of all evidence goes from ${was} to ${is}, as of ${formatDate(after.asOf)}.`;
}

/** The same, and what changed in the event's own month where that is not the last: an old event has faded since. */
export function changeInWords(before: Standing, after: Standing, date: ValidDate): string {
  const month = monthOf(date);
  const [was, is] = [before, after].map(({ months }) => months.find((one) => one.month === month)?.index);
  const now = nowInWords(before, after);
  if (was === undefined || is === undefined || month === monthOf(after.asOf)) return now;
  if (formatNumber(was) === formatNumber(is)) return now;
  return `${now} In ${formatDate(month)}: from ${formatNumber(was)} to ${formatNumber(is)}.`;
}
