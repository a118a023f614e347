/** The months that a scenario's figures are drawn and counted over. One old date, right or mistyped, does not stretch them. */
import { addMonths } from "./months";
import type { Month } from "./types";

/** How long before a scenario's beginning a date may lie before it looks like a typing error. */
export const SPAN_YEARS = 30;

/**
 * The earliest month that figures can begin with: 30 years before the tested window. Events dated before it are listed and
 * counted; they earn no points and are in no picture. Source: docs/method.md, "Dates".
 *
 * @example spanStart(windowStart({ registeredOn: "2012-06-15", baselineMonths: 12 })) // "1981-06"
 */
export function spanStart(windowFrom: Month): Month {
  return addMonths(windowFrom, -12 * SPAN_YEARS);
}

/**
 * What of a list by month lies within the figures.
 *
 * @example withinSpan([{ month: "1026-10" }, { month: "2012-10" }], "1981-06") // [{ month: "2012-10" }]
 */
export function withinSpan<T extends { month: Month }>(list: readonly T[], from: Month): T[] {
  return list.filter(({ month }) => month >= from);
}
