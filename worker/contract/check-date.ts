import { isFuture, notYet } from "../core/days";
import { yearWords } from "../core/year-words";
import { EVENT_FIELDS } from "./columns";
import { dateProblem } from "./dates";
import type { EventReport } from "./event-report";
import { type AskedDates, type LikelyDates, unlikelyDates } from "./likely-dates";
import { type RawEvent, readRequired, readText } from "./read-field";
import { showValue } from "./text";

type DateField = "date" | "sourcePublished" | "plannedFor";

/** The day or month of the event: required, real, and begun somewhere on earth by `latest`. */
export function checkEventDate(raw: RawEvent, latest: string, report: EventReport): string | null {
  const ask = "Give the day of the event as 2013-01-31, or its month as 2013-01 if the day is not known.";
  const text = readRequired(raw, "date", report, ask);
  return text === null ? null : checkDate(text, "date", latest, report);
}

/** A day or month that may be left out; with `latest` it must have begun by then. */
export function checkOptionalDate(
  raw: RawEvent,
  field: Exclude<DateField, "date">,
  latest: string | null,
  report: EventReport,
): string | null {
  const text = readText(raw, field, report);
  return text === null || text === "" ? null : checkDate(text, field, latest, report);
}

function checkDate(text: string, field: DateField, latest: string | null, report: EventReport): string | null {
  const { name } = EVENT_FIELDS[field];
  const problem = dateProblem(text);
  if (problem !== null) {
    report.error(field, "bad-date", `The ${name} ${showValue(text)} cannot be used. ${problem}`);
    return null;
  }
  if (latest !== null && isFuture(text, latest)) {
    const hint = field === "date" ? " Log what has happened; a planned date goes with its announcement." : "";
    report.error(field, "future-date", `The ${name} ${notYet(text, latest)}${hint}`);
    return null;
  }
  return text;
}

/** What ends the question to a program; pages have their own way to answer it. */
export const HOW_TO_CONFIRM = " If it is, confirm it with confirmDate.";

export interface AskOptions {
  /** Which dates need no question; left out where somebody has confirmed them. */
  likely?: LikelyDates | undefined;
  /** What stands in the log already, and is not asked about again. */
  standing?: AskedDates | undefined;
}

/** Asks about dates that can be used and whose year is most likely mistyped. */
export function askUnlikely(dates: AskedDates, { likely, standing }: AskOptions, report: EventReport): void {
  if (!likely) return;
  for (const { field, date, why } of unlikelyDates(dates, likely, standing)) {
    const what = `The ${EVENT_FIELDS[field].name} ${date} (the year ${yearWords(date)}) ${why}.`;
    report.error(field, "unlikely-date", `${what} Is the year right?${HOW_TO_CONFIRM}`);
  }
}
