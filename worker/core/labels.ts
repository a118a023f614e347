/** Dates and numbers in words, as the generated sentences write them. */
import { dayNumber } from "./days";
import { monthOf } from "./months";
import type { Month, ValidDate } from "./types";
import type { StateSpan } from "./view-types";

export const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** From Thursday on, as 1 January 1970 was one. */
export const WEEKDAY_NAMES = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"];

/**
 * The weekday of a day.
 *
 * @example weekdayLabel("2026-11-17") // "Tuesday"
 */
export function weekdayLabel(day: string): string {
  return WEEKDAY_NAMES[((dayNumber(day) % 7) + 7) % 7] ?? "";
}

/**
 * A month in words.
 *
 * @example monthLabel("2012-10") // "October 2012"
 */
export function monthLabel(month: Month): string {
  return `${MONTH_NAMES[Number(month.slice(5, 7)) - 1] ?? ""} ${month.slice(0, 4)}`;
}

/**
 * A valid date in words, to the precision it has.
 *
 * @example dateLabel("2012-10-03") // "3 October 2012"
 */
export function dateLabel(date: ValidDate): string {
  const month = monthLabel(monthOf(date));
  return date.length === 7 ? month : `${Number(date.slice(8, 10))} ${month}`;
}

/**
 * How long a state held, from its first day to its last, both included; the next state's first day is no part of it.
 *
 * @example spanLabel({ from: "2011-11-26", to: "2012-07-02" }) // "26 November 2011 to 2 July 2012"
 * @example spanLabel({ from: "2012-07-03", to: null }) // "since 3 July 2012"
 */
export function spanLabel({ from, to }: Pick<StateSpan, "from" | "to">): string {
  if (to === null) return `since ${dateLabel(from)}`;
  return from === to ? `on ${dateLabel(from)}` : `${dateLabel(from)} to ${dateLabel(to)}`;
}

/**
 * Points to one decimal, halves away from nought, as on paper; never "-0.0". `toFixed` alone rounds the float, which
 * for 3.65 lies below the half, so that a sentence would differ from the chart beside it. A view has 10 decimals.
 *
 * @example pointsLabel(3.65) // "3.7"
 */
export function pointsLabel(points: number): string {
  const tenths = Math.round(Number((Math.abs(points) * 10).toFixed(9)));
  return `${points < 0 && tenths > 0 ? "-" : ""}${(tenths / 10).toFixed(1)}`;
}

/**
 * A count with its noun.
 *
 * @example countLabel(1, "event") // "1 event"; countLabel(5205, "event") // "5,205 events"
 */
export function countLabel(count: number, singular: string, plural = `${singular}s`): string {
  const digits = String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${digits} ${count === 1 ? singular : plural}`;
}

/**
 * A label inside a sentence: its first letter small, unless it opens with a capitalised abbreviation.
 *
 * @example lowerFirst("No longer in use") // "no longer in use"
 */
export function lowerFirst(label: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/**
 * A text at the beginning of a sentence: its first letter capital.
 *
 * @example upperFirst("no longer in use") // "No longer in use"
 */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * A list in a sentence.
 *
 * @example listLabel(["visits", "trade", "defence"]) // "visits, trade and defence"
 */
export function listLabel(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}
