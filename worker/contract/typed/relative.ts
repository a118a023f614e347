/** Days told from today: "yesterday", "tuesday", "last tuesday", "3 days ago". */
import { dayNumber, dayOfNumber } from "../../core/days";
import { weekdayLabel } from "../../core/labels";
import { weekdayNamed } from "./names";
import type { Frame, Typed } from "./settle";

const NAMED: Readonly<Record<string, number>> = {
  today: 0,
  yesterday: -1,
  "day before yesterday": -2,
  "the day before yesterday": -2,
  tomorrow: 1,
};
const COUNTED = /^(in )?(\d{1,3}|an?|one) (day|week)s?( ago)?$/;
const WEEKDAY = /^(?:(last|next|on) )?(\p{L}+)$/u;

/** How many days from today it is; null where it is not told from today. */
function distance(text: string, { today, ahead }: Frame): number | null {
  const named = Object.hasOwn(NAMED, text) ? NAMED[text] : undefined;
  if (named !== undefined) return named;
  const [, coming, count, unit, ago] = COUNTED.exec(text) ?? [];
  if (count !== undefined && (coming === undefined) !== (ago === undefined)) {
    const days = (/^\d/.test(count) ? Number(count) : 1) * (unit === "week" ? 7 : 1);
    return ago === undefined ? days : -days;
  }
  const [, which, word = ""] = WEEKDAY.exec(text) ?? [];
  const weekday = weekdayNamed(word);
  if (weekday === null) return null;
  // "Tuesday", said on a Tuesday, is that day; "last Tuesday" and "next Tuesday" are not.
  const start = which === "last" || which === "next" ? 1 : 0;
  const direction = which === "next" || (which !== "last" && ahead !== undefined) ? 1 : -1;
  const steps = [0, 1, 2, 3, 4, 5, 6].map((step) => (start + step) * direction);
  return steps.find((step) => weekdayLabel(dayOfNumber(dayNumber(today) + step)) === weekday) ?? null;
}

/** Null where it is not told from today. */
export function readRelative(text: string, frame: Frame): Typed | null {
  const days = distance(text, frame);
  if (days === null) return null;
  return { kind: "day", date: dayOfNumber(dayNumber(frame.today) + days), year: "whole", passing: true };
}
