/** Ranges of dates, whose ends are days or months. */
import { firstDayOf, monthOf } from "./months";
import type { Month, ValidDate } from "./types";

export interface DateRange {
  from?: ValidDate | undefined;
  to?: ValidDate | undefined;
}

export interface DateBounds {
  /** No date before it, as text, has a day in the range: what an index of dates is entered by. */
  month: Month | null;
  /** No date with a day may lie before this one. */
  firstDay: string | null;
  /** No date may come after it, as text. */
  last: string | null;
}

/**
 * What the text of a date must be to fit a range. A date known to the month fits if its month overlaps the range, so it is
 * found by any of its days; as text it comes before them.
 *
 * @example dateBounds({ from: "2017-08-15", to: "2017-09" })
 * // { month: "2017-08", firstDay: "2017-08-15", last: "2017-09-99" }: "2017-08" and "2017-09-30" fit, "2017-08-14" does not
 */
export function dateBounds({ from, to }: DateRange): DateBounds {
  return {
    month: from === undefined ? null : monthOf(from),
    firstDay: from === undefined ? null : firstDayOf(from),
    last: to === undefined ? null : to.length === 7 ? `${to}-99` : to,
  };
}
