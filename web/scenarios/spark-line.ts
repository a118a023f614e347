/** The index of direct conduct as a small line: where its points stand, and what it says in words. */
import { addMonths, monthsBetween } from "../../worker/core/months";
import type { CardLine } from "../../worker/core/scenario-card";
import { formatDate, formatNumber } from "../lib/format";

export const WIDTH = 300;
export const HEIGHT = 64;
/** Room for the width of the line and for its last dot. */
const EDGE = 5;

export interface SparkShape {
  /** Stretches up to months that were looked at, and up to those that nobody looked at, as paths. */
  looked: string;
  unlooked: string;
  /** Height of nought. */
  nought: number;
  /** Where the month of registration begins; null where the line starts later. */
  registered: number | null;
  last: { x: number; y: number };
}

/**
 * The line in a box of 300 by 64, nought always in sight.
 *
 * @example values [0, 10] // from the lower left to the upper right: looked "M5 59L295 5"
 */
export function sparkShape({ from, values, looked, registered }: CardLine): SparkShape {
  const top = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  const round = (value: number) => Math.round(value * 10) / 10;
  const x = (at: number) => round(EDGE + (at / Math.max(1, values.length - 1)) * (WIDTH - 2 * EDGE));
  const y = (value: number) => round(EDGE + ((top - value) / (top - bottom || 1)) * (HEIGHT - 2 * EDGE));
  const paths = { "1": "", "0": "" };
  for (let at = 1; at < values.length; at += 1) {
    const kind = looked[at] === "1" ? "1" : "0";
    // A stretch goes on where the one before it was of its kind.
    const goesOn = at > 1 && (looked[at - 1] === "1" ? "1" : "0") === kind;
    if (!goesOn) paths[kind] += `M${x(at - 1)} ${y(values[at - 1] ?? 0)}`;
    paths[kind] += `L${x(at)} ${y(values[at] ?? 0)}`;
  }
  const start = monthsBetween(from, registered);
  return {
    looked: paths["1"],
    unlooked: paths["0"],
    nought: y(0),
    registered: start > 0 && start < values.length ? x(start) : null,
    last: { x: x(values.length - 1), y: y(values.at(-1) ?? 0) },
  };
}

/**
 * The line in words.
 *
 * @example "Direct dealings from January 2010 to November 2025: highest 27.5 in November 2015, lowest 0.0 in January 2010, 13.4 at the end."
 */
export function sparkSentence({ from, values }: CardLine): string {
  const monthAt = (at: number) => formatDate(addMonths(from, at));
  const extreme = (name: string, value: number) =>
    `${name} ${formatNumber(value)} in ${monthAt(values.indexOf(value))}`;
  const period = values.length > 1 ? `from ${monthAt(0)} to ${monthAt(values.length - 1)}` : `in ${monthAt(0)}`;
  const parts = [
    ...(values.length > 1 ? [extreme("highest", Math.max(...values)), extreme("lowest", Math.min(...values))] : []),
    `${formatNumber(values.at(-1) ?? 0)} at the end`,
  ];
  return `Direct dealings ${period}: ${parts.join(", ")}.`;
}
