import { daysInMonth, firstDayOf, monthOf, monthsBetween } from "../core/months";
import type { Month } from "../core/types";
import type { ViewMonth } from "../core/view-types";
import type { Spot } from "./stroke";

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Where things stand, in pixels. */
export interface Scale {
  /** Month `n` of the view, counted from 0, stands in the middle of its share of the width. */
  x: (month: number) => number;
  y: (points: number) => number;
}

/** Of the height, kept free above and below. */
const AIR = 0.06;

/** Nought is always in sight; a chart without any height gets one point each way. */
export function scaleOf(months: readonly Pick<ViewMonth, "index" | "band90">[], box: Box): Scale {
  const low = Math.min(0, ...months.map(({ index, band90 }) => index - band90));
  const high = Math.max(0, ...months.map(({ index, band90 }) => index + band90));
  const [from, to] = low === high ? [-1, 1] : [low, high];
  const air = (to - from) * AIR;
  const heightOf = (box.bottom - box.top) / (to - from + 2 * air);
  const widthOf = (box.right - box.left) / Math.max(1, months.length);
  return {
    x: (month) => box.left + (month + 0.5) * widthOf,
    y: (points) => box.bottom - (points - from + air) * heightOf,
  };
}

/**
 * Where a day starts, counted in months from the middle of the first.
 *
 * @example dayAt("2012-01", "2012-02-01") // 0.5
 */
export function dayAt(first: Month, date: string): number {
  const day = firstDayOf(date);
  const month = monthOf(day);
  return monthsBetween(first, month) - 0.5 + (Number(day.slice(8, 10)) - 1) / daysInMonth(month);
}

/**
 * The years to be named below, as few as leave each label its room: every one, every second, every fifth, ...
 *
 * @example yearsBelow(["2009-11", ..., "2025-12"], 5.4, 110) // every second January: 2010 at 1.5, 2012 at 25.5, ...
 */
export function yearsBelow(
  months: readonly Month[],
  monthWidth: number,
  apart: number,
): { year: string; at: number }[] {
  const steps = [1, 2, 5, 10, 20, 50];
  const step = steps.find((each) => each * 12 * monthWidth >= apart) ?? 100;
  return months.flatMap((month, place) =>
    month.endsWith("-01") && Number(month.slice(0, 4)) % step === 0
      ? [{ year: month.slice(0, 4), at: place - 0.5 }]
      : [],
  );
}

/** Neighbouring months that were all looked at, or all not: the stretch that leads to a month is of that month's kind. */
export function stretchesOf(
  spots: readonly Spot[],
  covered: readonly boolean[],
): { covered: boolean; spots: Spot[] }[] {
  const found: { covered: boolean; spots: Spot[] }[] = [];
  for (const [at, spot] of spots.entries()) {
    const before = spots[at - 1];
    const is = covered[at] ?? false;
    const last = found.at(-1);
    if (!before) continue;
    if (last?.covered === is) last.spots.push(spot);
    else found.push({ covered: is, spots: [before, spot] });
  }
  return found;
}
