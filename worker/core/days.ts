/** Days counted from 1 January 1970, so that dates subtract. Plain arithmetic: no `Date`, no time zone. */
import { addMonths, firstDayOf } from "./months";
import type { Month } from "./types";

/** 400 years of the Gregorian calendar, and the days from 1 March of year 0 to 1 January 1970. */
const ERA_DAYS = 146_097;
const EPOCH = 719_468;
export const DAY_MS = 86_400_000;

/** A date's place in a calendar whose years begin on 1 March, so that a leap day comes last. */
function daysBeforeMonth(monthFromMarch: number): number {
  return Math.floor((153 * monthFromMarch + 2) / 5);
}

/**
 * The number of a day; days subtract.
 *
 * @example dayNumber("2012-12-31") - dayNumber("2012-06-15") // 199
 */
export function dayNumber(day: string): number {
  const month = Number(day.slice(5, 7));
  const year = Number(day.slice(0, 4)) - Number(month <= 2);
  const era = Math.floor(year / 400);
  const ofEra = year - era * 400;
  const ofYear = daysBeforeMonth((month + 9) % 12) + Number(day.slice(8, 10)) - 1;
  return era * ERA_DAYS + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - EPOCH;
}

/**
 * The day of a number, `YYYY-MM-DD`.
 *
 * @example dayOfNumber(dayNumber("2012-02-28") + 1) // "2012-02-29"
 */
export function dayOfNumber(number: number): string {
  const shifted = number + EPOCH;
  const era = Math.floor(shifted / ERA_DAYS);
  const day = shifted - era * ERA_DAYS;
  const year = Math.floor(
    (day - Math.floor(day / 1460) + Math.floor(day / 36_524) - Math.floor(day / (ERA_DAYS - 1))) / 365,
  );
  const ofYear = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = ((fromMarch + 2) % 12) + 1;
  const parts = [era * 400 + year + Number(month <= 2), month, ofYear - daysBeforeMonth(fromMarch) + 1];
  return parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, "0")).join("-");
}

/**
 * The day of an instant in epoch milliseconds, by UTC.
 *
 * @example dayOfInstant(Date.parse("2012-06-15T23:30:00Z")) // "2012-06-15"
 */
export function dayOfInstant(instant: number): string {
  return dayOfNumber(Math.floor(instant / DAY_MS));
}

/** The earliest clocks of the earth, those of Kiritimati, are this far ahead of UTC. */
const FURTHEST_AHEAD_MS = 14 * 3_600_000;

/**
 * The last day that has begun anywhere on earth: what is said to have happened on it may have.
 *
 * @example latestDay(Date.parse("2026-11-30T18:21:00Z")) // "2026-12-01"
 */
export function latestDay(now: number): string {
  return dayOfInstant(now + FURTHEST_AHEAD_MS);
}

/**
 * When an event of a day or month counts from: the beginning of its day by UTC. Null where that has come, as it has for
 * all but those of a day that has begun only further east.
 *
 * @example countsFrom("2026-12-01", Date.parse("2026-11-30T18:21:00Z")) // the instant 2026-12-01T00:00:00Z
 */
export function countsFrom(date: string, now: number): number | null {
  const start = instantOfDay(firstDayOf(date));
  return start > now ? start : null;
}

/**
 * Whether a day or month lies after a day. A month sorts before its own days, so the running month does not: it counts
 * from its first day.
 *
 * @example isFuture("2026-12", "2026-11-30") // true
 */
export function isFuture(date: string, latest: string): boolean {
  return date > latest;
}

/**
 * What is said of a date after the last day that has begun anywhere.
 *
 * @example notYet("2026-12-02", "2026-12-01") // "2026-12-02 has not come yet anywhere (today is 2026-12-01 at the latest)."
 */
export function notYet(date: string, latest: string): string {
  return `${date} has not come yet anywhere (today is ${latest} at the latest).`;
}

/**
 * The instant at which a day starts by UTC, in epoch milliseconds.
 *
 * @example instantOfDay("1970-01-02") // 86400000
 */
export function instantOfDay(day: string): number {
  return dayNumber(day) * DAY_MS;
}

/**
 * The instant at which a month is over by UTC, in epoch milliseconds: the first of the next.
 *
 * @example endOfMonth("1970-01") // 31 * 86400000
 */
export function endOfMonth(month: Month): number {
  return instantOfDay(firstDayOf(addMonths(month, 1)));
}
