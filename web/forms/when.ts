/** Reads a date as an analyst types it, with the date in full to show beside the field, or what is asked or wrong. */
import { centuryOf, NO_DAY, readTyped, type TypedDay } from "../../worker/contract/typed/date";
import { isFuture } from "../../worker/core/days";
import { weekdayLabel } from "../../worker/core/labels";
import type { ValidDate } from "../../worker/core/types";
import type { Days } from "../lib/clock";
import { formatDate } from "../lib/format";

export type When =
  /** `passing`: the same text means another day tomorrow. */
  | { ok: true; date: ValidDate; echo: string; passing: boolean }
  /** With choices, the problem is that each of them can be meant. */
  | { ok: false; problem: string; choices: ValidDate[] };

const HELP = "Write it like 17 nov, 3 Oct 2012, Oct 2012, 2012-10-03 or yesterday.";

const wrong = (problem: string, choices: ValidDate[] = []): When => ({ ok: false, problem, choices });

/** With its weekday, if it is a day. */
const named = (date: ValidDate): string =>
  date.length === 7 ? formatDate(date) : `${weekdayLabel(date)} ${formatDate(date)}`;

function withRemarks(date: ValidDate, remarks: readonly string[]): string {
  const all = [...(date.length === 7 ? [NO_DAY] : []), ...remarks];
  return all.length === 0 ? named(date) : `${named(date)} (${all.join("; ")})`;
}

/** A valid date in full: "Wednesday 3 October 2012", or "October 2012 (the day is not known)". */
export function inFull(date: ValidDate): string {
  return withRemarks(date, []);
}

/** What was taken that was not typed, so that a slip shows. */
function takenYear({ year }: TypedDay, { today }: Pick<Days, "today">, planned: boolean): string[] {
  if (year === "none") return [planned ? "the next one" : "the latest one"];
  const { from, to } = centuryOf(today);
  return year === "two digits" ? [`two digits mean ${from} to ${to}`] : [];
}

/**
 * The date that a text means. Without a year it is the latest such day up to today; of what is planned, with the day from
 * which it is planned as `ahead`, the first from there on.
 */
export function parseWhen(text: string, days: Pick<Days, "today">, ahead?: ValidDate): When {
  const typed = text.trim();
  if (typed === "") return wrong(`Say when. ${HELP}`);
  const read = readTyped(typed, { today: days.today, ahead });
  if (read.kind === "day") {
    const { date, passing } = read;
    return { ok: true, date, passing, echo: withRemarks(date, takenYear(read, days, ahead !== undefined)) };
  }
  if (read.kind === "wrong") return wrong(read.problem);
  if (read.kind === "unreadable") return wrong(`"${typed}" is not a date. ${HELP}`);
  const choices = read.days.map(({ date }) => date);
  return wrong(`Which one is meant: ${choices.map(inFull).join(", or ")}?`, choices);
}

/** The date of something that has happened, wherever on earth; `otherwise` says what to do with a day to come. */
export function parsePast(text: string, days: Days, otherwise = ""): When {
  const when = parseWhen(text, days);
  if (!when.ok || !isFuture(when.date, days.today)) return when;
  if (!isFuture(when.date, days.latest)) return { ...when, echo: withRemarks(when.date, ["not yet where you are"]) };
  const problem = `${named(when.date)} has not come yet: today is ${named(days.today)}.`;
  return wrong(otherwise === "" ? problem : `${problem} ${otherwise}`);
}
