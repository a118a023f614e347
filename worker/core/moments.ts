/** Instants in words, in a zone that is told by its offset: the core knows no time zones. */
import { DAY_MS, dayOfInstant, instantOfDay } from "./days";
import { dateLabel } from "./labels";

/** By how many minutes a zone's clock is ahead of UTC at an instant in epoch milliseconds. */
export type OffsetAt = (instant: number) => number;

export const UTC: OffsetAt = () => 0;

const MINUTE_MS = 60_000;
const SECOND_MS = 1000;

/**
 * The day that a zone's calendar shows at an instant.
 *
 * @example dayAt(Date.parse("2026-12-01T07:59:00Z"), () => -480) // "2026-11-30"
 */
export function dayAt(instant: number, offsetAt: OffsetAt): string {
  return dayOfInstant(instant + offsetAt(instant) * MINUTE_MS);
}

/**
 * The first instant after a day of a zone. A day on which clocks are changed has 23 or 25 hours. Of two midnights the
 * first counts; where clocks skip midnight, the day ends as they do.
 *
 * @example endOfDay("2026-11-30", () => -480) // 2026-12-01T08:00:00Z
 */
export function endOfDay(day: string, offsetAt: OffsetAt): number {
  const midnight = instantOfDay(day) + DAY_MS;
  const [before, after] = [offsetAt(midnight - DAY_MS), offsetAt(midnight + DAY_MS)];
  const [early, late] = [Math.max(before, after), Math.min(before, after)];
  const first = midnight - early * MINUTE_MS;
  return offsetAt(first) === early ? first : midnight - late * MINUTE_MS;
}

/**
 * The last day of a zone on which what ends at an instant still was.
 *
 * @example lastDayBefore(Date.parse("2026-12-01T08:00:00Z"), () => -480) // "2026-11-30"
 */
export function lastDayBefore(end: number, offsetAt: OffsetAt): string {
  return dayAt(end - 1, offsetAt);
}

/**
 * The name of an offset, the same in every browser and language.
 *
 * @example zoneLabel(330) // "UTC+5:30"
 */
export function zoneLabel(minutes: number): string {
  const size = Math.abs(minutes);
  if (size === 0) return "UTC";
  const past = size % 60 === 0 ? "" : `:${String(size % 60).padStart(2, "0")}`;
  return `UTC${minutes < 0 ? "-" : "+"}${Math.floor(size / 60)}${past}`;
}

/**
 * An instant to the minute, with its zone.
 *
 * @example momentLabel(Date.parse("2026-11-24T13:05:30Z")) // "24 November 2026, 13:05 UTC"
 */
export function momentLabel(instant: number, offsetAt: OffsetAt = UTC): string {
  const offset = offsetAt(instant);
  const day = dayAt(instant, offsetAt);
  const minutes = Math.floor((instant - instantOfDay(day)) / MINUTE_MS) + offset;
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0"));
  return `${dateLabel(day)}, ${hour}:${minute} ${zoneLabel(offset)}`;
}

/**
 * An end in words that follow "until". Midnight is called the end of the day before, also where it is a fraction of a
 * second away: people write the last millisecond of a day for its end.
 *
 * @example endLabel(Date.parse("2026-12-01T08:00:00Z"), () => -480) // "the end of 30 November 2026 (UTC-8)"
 * @example endLabel(Date.parse("2026-12-01T08:00:00Z")) // "1 December 2026, 08:00 UTC"
 */
export function endLabel(end: number, offsetAt: OffsetAt = UTC): string {
  const to = Math.ceil(end / SECOND_MS) * SECOND_MS;
  const day = lastDayBefore(to, offsetAt);
  if (day === dayAt(to, offsetAt)) return momentLabel(to, offsetAt);
  return `the end of ${dateLabel(day)} (${zoneLabel(offsetAt(to - 1))})`;
}

/**
 * The day of an instant by UTC, with the zone: for those who read it elsewhere it may have been another.
 *
 * @example utcDayLabel(Date.parse("2026-11-24T23:30:00Z")) // "24 November 2026 (UTC)"
 */
export function utcDayLabel(instant: number): string {
  return `${dateLabel(dayOfInstant(instant))} (UTC)`;
}
