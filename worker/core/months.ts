/** Calendar arithmetic on plain strings. No `Date`, so no time zone can shift a day. */
import type { Month, ValidDate } from "./types";

const VALID_DATE = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;

/**
 * The month that a date lies in.
 *
 * @example monthOf("2012-10-03") // "2012-10"
 */
export function monthOf(date: ValidDate): Month {
  return date.slice(0, 7);
}

/**
 * The number of a month counted from January of year 0, so that months subtract.
 *
 * @example monthNumber("2012-10") // 2012 * 12 + 9 = 24153
 */
export function monthNumber(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthOfNumber(number: number): Month {
  const year = Math.floor(number / 12);
  return `${String(year).padStart(4, "0")}-${String(number - year * 12 + 1).padStart(2, "0")}`;
}

/**
 * The month `count` months later; earlier if negative.
 *
 * @example addMonths("2012-10", 3) // "2013-01"
 */
export function addMonths(month: Month, count: number): Month {
  return monthOfNumber(monthNumber(month) + count);
}

/**
 * How many months `to` is later than `from`; negative if earlier.
 *
 * @example monthsBetween("2011-11", "2012-10") // 11
 */
export function monthsBetween(from: Month, to: Month): number {
  return monthNumber(to) - monthNumber(from);
}

/**
 * All months from `from` to `to`, both included; empty if `to` is earlier.
 *
 * @example monthRange("2011-12", "2012-02") // ["2011-12", "2012-01", "2012-02"]
 */
export function monthRange(from: Month, to: Month): Month[] {
  const first = monthNumber(from);
  return Array.from({ length: Math.max(0, monthNumber(to) - first + 1) }, (_, step) => monthOfNumber(first + step));
}

/**
 * Days in a month, by the Gregorian calendar.
 *
 * @example daysInMonth("2012-02") // 29
 */
export function daysInMonth(month: Month): number {
  const year = Number(month.slice(0, 4));
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month.slice(5, 7)) - 1] ?? 0;
}

/**
 * The first day that a date stands for: a date known to the month counts from its first day (method, ruling 21).
 *
 * @example firstDayOf("2012-06") // "2012-06-01"
 */
export function firstDayOf(date: ValidDate): string {
  return date.length === 7 ? `${date}-01` : date;
}

/**
 * The last day of a month.
 *
 * @example lastDayOf("2012-02") // "2012-02-29"
 */
export function lastDayOf(month: Month): string {
  return `${month}-${daysInMonth(month)}`;
}

/**
 * The day `count` days later; earlier if negative. Months are stepped through: `count` is small.
 *
 * @example addDays("2012-02-28", 2) // "2012-03-01"
 */
export function addDays(day: string, count: number): string {
  let month = monthOf(day);
  let dayOfMonth = Number(day.slice(8, 10)) + count;
  while (dayOfMonth > daysInMonth(month)) {
    dayOfMonth -= daysInMonth(month);
    month = addMonths(month, 1);
  }
  while (dayOfMonth < 1) {
    month = addMonths(month, -1);
    dayOfMonth += daysInMonth(month);
  }
  return `${month}-${String(dayOfMonth).padStart(2, "0")}`;
}

/**
 * Whether a month is over: its last day lies before today. Days are UTC, so a month ends at midnight UTC.
 *
 * @example isOver("2012-10", "2012-10-31") // false
 * @example isOver("2012-10", "2012-11-01") // true
 */
export function isOver(month: Month, today: string): boolean {
  return lastDayOf(month) < today;
}

/**
 * The last month that is over.
 *
 * @example lastMonthOver("2012-10-31") // "2012-09"
 */
export function lastMonthOver(today: string): Month {
  return addMonths(monthOf(today), -1);
}

/**
 * The last complete month of a view: the as-of day has reached its last day, and that day is over. Only complete months are
 * tested. For a past as-of day today makes no difference (method, ruling 5).
 *
 * @example lastCompleteMonth("2012-10-31", "2012-10-31") // "2012-09": the day is still running
 * @example lastCompleteMonth("2012-10-31", "2012-11-01") // "2012-10"
 */
export function lastCompleteMonth(asOf: string, today: string): Month {
  const month = monthOf(asOf);
  const reached = lastDayOf(month) <= asOf ? month : addMonths(month, -1);
  return isOver(reached, today) ? reached : lastMonthOver(today);
}

/**
 * Whether a text is a month or a day of the calendar, from year 1 on.
 *
 * @example isValidDate("2011-02-29") // false
 */
export function isValidDate(text: string): boolean {
  const [, year, month, day] = VALID_DATE.exec(text) ?? [];
  if (year === undefined || month === undefined || year === "0000") return false;
  const days = daysInMonth(`${year}-${month}`);
  return days > 0 && (day === undefined || (Number(day) >= 1 && Number(day) <= days));
}

/**
 * Whether a text is a month of the calendar.
 *
 * @example isMonth("2012-13") // false
 */
export function isMonth(text: string): boolean {
  return text.length === 7 && isValidDate(text);
}

/**
 * Whether a text is a day of the calendar.
 *
 * @example isDay("2012-02-29") // true
 */
export function isDay(text: string): boolean {
  return text.length === 10 && isValidDate(text);
}
