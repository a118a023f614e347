/**
 * Time on a linear axis, in months: month i of the view stands at i and reaches from i - 0.5 to i + 0.5. A linear axis
 * needs no date adapter, and all pictures share it.
 */
import { addMonths, daysInMonth, firstDayOf, monthOf, monthsBetween } from "../../worker/core/months";
import type { ScenarioView } from "../../worker/core/view-types";

export interface TimeAxis {
  origin: string;
  /** The number of months. */
  length: number;
}

export function timeAxis(view: ScenarioView): TimeAxis {
  return { origin: view.months[0]?.month ?? monthOf(view.asOf), length: Math.max(1, view.months.length) };
}

/** Where a month stands: "2012-03" is 2 from the origin "2012-01". */
export function monthAt(axis: TimeAxis, month: string): number {
  return monthsBetween(axis.origin, month);
}

/** Where a day starts: 1 February 2012 from the origin "2012-01" is 0.5. A month's date stands at its first day. */
export function dayAt(axis: TimeAxis, date: string): number {
  const day = firstDayOf(date);
  const month = monthOf(day);
  return monthAt(axis, month) - 0.5 + (Number(day.slice(8, 10)) - 1) / daysInMonth(month);
}

/** Where a date is drawn as a point: the middle of its day, or of its month where only that is known. */
export function pointAt(axis: TimeAxis, date: string): number {
  if (date.length === 7) return monthAt(axis, date);
  return dayAt(axis, date) + 0.5 / daysInMonth(monthOf(date));
}

/** Ticks at the Januaries between two places, thinned to at most `most`; quarters up to three years. */
export function timeTicks(axis: TimeAxis, from: number, to: number, most: number): { value: number; label: string }[] {
  const monthly = to - from <= 36;
  const step = monthly ? 3 : 12;
  const all: { value: number; label: string }[] = [];
  for (let at = Math.ceil(from); at <= to; at += 1) {
    const month = addMonths(axis.origin, at);
    if ((Number(month.slice(5)) - 1) % step !== 0) continue;
    // A year's tick stands at the start of January, a month's in its middle.
    all.push({ value: monthly ? at : at - 0.5, label: monthly ? shortMonth(month) : month.slice(0, 4) });
  }
  const every = Math.max(1, Math.ceil(all.length / Math.max(1, most)));
  return all.filter((_, order) => order % every === 0);
}

function shortMonth(month: string): string {
  const name = "JanFebMarAprMayJunJulAugSepOctNovDec".slice((Number(month.slice(5)) - 1) * 3).slice(0, 3);
  return `${name} ${month.slice(0, 4)}`;
}
