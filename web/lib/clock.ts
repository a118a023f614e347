/** The one clock of the pages. A local server whose clock was set says by how much it is ahead of the machine's. */
import { dayOfInstant, latestDay } from "../../worker/core/days";

function ahead(): number {
  return typeof document === "undefined" ? 0 : Number(document.documentElement.dataset["clockAhead"] ?? 0);
}

/** The present instant in epoch milliseconds. */
export function now(): number {
  return Date.now() + ahead();
}

/**
 * The day that an instant lies in where the reader is, `YYYY-MM-DD`.
 *
 * @example localDay(Date.parse("2026-11-30T18:21:00Z")) // "2026-12-01" in Vladivostok
 */
export function localDay(instant: number): string {
  const date = new Date(instant);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, "0")).join("-");
}

/** The reader's own day at this moment: asked for anew each time, for a page may stay open for days. */
export function today(): string {
  return localDay(now());
}

/** The UTC day at this moment, by which months end and events begin to count. */
export function utcToday(): string {
  return dayOfInstant(now());
}

/** What a form goes by: asked for anew each time as well. */
export interface Days {
  /** The reader's own day. */
  today: string;
  /** The last day that has begun anywhere on earth. */
  latest: string;
}

export function daysNow(): Days {
  return { today: today(), latest: latestDay(now()) };
}
