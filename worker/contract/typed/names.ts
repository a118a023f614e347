/** Months and weekdays by their English names, or by the first three letters or more. */
import { MONTH_NAMES, WEEKDAY_NAMES } from "../../core/labels";

const SHORTEST = 3;

function placeOf(word: string, names: readonly string[]): number {
  return word.length < SHORTEST ? -1 : names.findIndex((name) => name.toLowerCase().startsWith(word));
}

/** 1 to 12; 0 where it is none. "sept" is 9. */
export function monthNamed(word: string): number {
  return placeOf(word, MONTH_NAMES) + 1;
}

/** "tues" is "Tuesday"; null where it is none. */
export function weekdayNamed(word: string): string | null {
  return WEEKDAY_NAMES[placeOf(word, WEEKDAY_NAMES)] ?? null;
}
