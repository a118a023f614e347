/** Numbers and money as people read them; dates and lists are worded by the core, as in its sentences. */
import { dateLabel } from "../../worker/core/labels";
import { dayOfInstant } from "../../worker/core/days";

export { countLabel as countOf, dateLabel as formatDate, listLabel as listOf } from "../../worker/core/labels";
export { utcDayLabel as formatUtcDay } from "../../worker/core/moments";

const MINUS = "\u2212";
const NO_BREAK = "\u00a0";

/** "2012-10-03" is "3 Oct 2012", "2012-10" is "Oct 2012". */
export function formatDateShort(date: string): string {
  return dateLabel(date).replace(/(\p{L}{3})\p{L}*/u, "$1");
}

/** Epoch milliseconds as a UTC day: recorded times are shown by the server's clock. `formatUtcDay` says so, for readers. */
export function formatInstant(at: number): string {
  return dateLabel(dayOfInstant(at));
}

/**
 * As `Intl.NumberFormat` writes it in British English, whose first use would keep the first screen waiting for 20 ms. Halves
 * are rounded up, as on paper and in the core's sentences: `toFixed` alone rounds the float.
 */
function grouped(value: number, digits: number): string {
  const unit = 10 ** digits;
  const rounded = Math.round(Number((value * unit).toFixed(9))) / unit;
  return rounded.toFixed(digits).replace(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/g, ",");
}

/** As `grouped`, without noughts at the end: 1.50 is "1.5", 2.0 is "2". */
function shortest(value: number, digits: number): string {
  return grouped(value, digits).replace(/\.?0+$/, "");
}

/** One decimal, a real minus sign, and never "minus nought": -0.04 is "0.0". */
export function formatNumber(value: number, digits = 1): string {
  const text = grouped(Math.abs(value), digits);
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

/** As `formatNumber`, with a plus sign where the shown number is above nought. */
export function formatSigned(value: number, digits = 1): string {
  const text = formatNumber(value, digits);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** 1200000000 is "$1.2 bn", 450000000 is "$450 m", 80000 is "$80,000". */
export function formatUsd(dollars: number): string {
  const size = Math.abs(dollars);
  const sign = dollars < 0 ? MINUS : "";
  const scaled = (unit: number, name: string) => `${sign}$${shortest(size / unit, 1)}${NO_BREAK}${name}`;
  // 999,950,000 would round to "$1,000 m".
  if (size >= 999_950_000) return scaled(1e9, "bn");
  if (size >= 1e6) return scaled(1e6, "m");
  return `${sign}$${shortest(size, 2)}`;
}
