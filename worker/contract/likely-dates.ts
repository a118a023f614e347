/** Dates that are most likely mistyped years, such as 1026 for 2026: somebody is asked about them before they are taken. */
import { windowStart } from "../core/coverage";
import { monthLabel } from "../core/labels";
import { firstDayOf, monthOf } from "../core/months";
import { SPAN_YEARS } from "../core/span";
import type { EventContent, Registration, ValidDate } from "../core/types";

/** No scenario of today is likely to reach back further, nor is a source to be older. */
const EARLIEST = "1900-01-01";

export interface LikelyDates {
  /** Where the scenario begins: its first event, or its tested window if that is earlier. */
  begins: string;
  /** Days before these are asked about: those of events and plans, and those of sources, which may be older. */
  from: string;
  publishedFrom: string;
  /** Plans after this day are asked about. */
  until: string;
}

/** The dates of an event or of a source. */
export type AskedDates = Partial<Pick<EventContent, "date" | "plannedFor" | "sourcePublished">>;
export type AskedField = keyof AskedDates;

function yearsLater(day: string, years: number): string {
  return `${String(Number(day.slice(0, 4)) + years).padStart(4, "0")}${day.slice(4)}`;
}

/**
 * Which dates need no question: none that lies more than 30 years before the scenario's first event or the start of its
 * window, whichever is earlier, and none before 1900, unless the window itself begins before then. `firstEvent` is the
 * first one that lies within 30 years of the window: one old date that was confirmed says nothing of the next one.
 *
 * A window from June 2011, first event 2010-01-20 -> from 1980-01-20; a plan of 2012 asks from 2042 on.
 */
export function likelyDates(
  registration: Pick<Registration, "registeredOn" | "baselineMonths">,
  firstEvent: ValidDate | null,
  today: string,
): LikelyDates {
  const window = firstDayOf(windowStart(registration));
  const first = firstDayOf(firstEvent ?? window);
  const begins = first < window ? first : window;
  const far = yearsLater(begins, -SPAN_YEARS);
  const early = (day: string): string => (day < window ? day : window);
  return {
    begins,
    from: early(far > EARLIEST ? far : EARLIEST),
    publishedFrom: early(EARLIEST),
    until: yearsLater(today, SPAN_YEARS),
  };
}

/** A month is before a day only if all of it is. */
function isBefore(date: string, day: string): boolean {
  return date < day.slice(0, date.length);
}

/** Whether anything in an event as it was sent may need the scenario's first event to be judged. */
export function mayBeUnlikely({ date, plannedFor }: Record<string, unknown>, { from }: LikelyDates): boolean {
  return [date, plannedFor].some((text) => typeof text === "string" && text !== "" && isBefore(text, from));
}

/** The dates that are asked about, each with the reason. Those that `standing` has already are not. */
export function unlikelyDates(
  dates: AskedDates,
  likely: LikelyDates,
  standing: AskedDates = {},
): { field: AskedField; date: string; why: string }[] {
  const fields = ["date", "sourcePublished", "plannedFor"] as const;
  return fields.flatMap((field) => {
    const date = dates[field] ?? null;
    if (date === null || date === standing[field]) return [];
    const why = whyUnlikely(field, date, likely);
    return why === null ? [] : [{ field, date, why }];
  });
}

function whyUnlikely(field: AskedField, date: string, likely: LikelyDates): string | null {
  const { begins, from, publishedFrom, until } = likely;
  if (field === "sourcePublished") return isBefore(date, publishedFrom) ? "is before the year 1900" : null;
  if (isBefore(date, from)) {
    const years = wholeYears(date, begins);
    return years < SPAN_YEARS
      ? "is before the year 1900"
      : `is ${years} years before this scenario begins (${monthLabel(monthOf(begins))})`;
  }
  return field === "plannedFor" && date > until ? `is more than ${SPAN_YEARS} years from now` : null;
}

/** Whole years from a date to a later day. */
function wholeYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(4) < firstDayOf(from).slice(4) ? years - 1 : years;
}
