/** Dates as they are written in forms, files and queries: `YYYY-MM-DD`, or `YYYY-MM` where a month is enough. */

import { dayOfInstant } from "../core/days";
import { monthLabel } from "../core/labels";
import { daysInMonth } from "../core/months";
import { readTyped } from "./typed/date";

const DATE = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;
/** Spreadsheets count days from 30 December 1899, so 41185 is 3 October 2012. */
const SERIAL_OF_1970 = 25_569;
const DAY_MS = 86_400_000;

/** What is wrong with a date, as one sentence that says what to do, or null. Years before 1000 are typing errors. */
export function dateProblem(value: string): string | null {
  const match = DATE.exec(value);
  if (match === null) return shapeProblem(value);
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3] ?? "1")];
  if (year < 1000) return "The year needs four digits, such as 2013.";
  if (month < 1 || month > 12) return `There is no month ${match[2]}: months go from 01 to 12, after the year.`;
  const last = daysInMonth(value.slice(0, 7));
  if (day < 1 || day > last) {
    return `There is no such day: ${monthLabel(value.slice(0, 7))} has ${last} days.`;
  }
  return null;
}

export function isRealDay(value: string): boolean {
  return value.length === 10 && dateProblem(value) === null;
}

export function isRealMonth(value: string): boolean {
  return value.length === 7 && dateProblem(value) === null;
}

/** "03/10/2012" may be 3 October or 10 March: both are named, and the person chooses. Null where no day is meant for sure. */
function meantDays(value: string): string | null {
  // Whatever hangs on the day of reading is left out, so any day will do.
  const read = readTyped(value, { today: "2000-01-01" });
  const days = read.kind === "choice" ? read.days : read.kind === "day" ? [read] : [];
  if (days.length === 0 || days.some(({ year, passing }) => year !== "whole" || passing)) return null;
  return `Write ${days.map(({ date }) => date).join(" or ")}${days.length > 1 ? ", whichever is meant" : ""}.`;
}

function shapeProblem(value: string): string {
  const form = "Write the day as 2013-01-31, or the month as 2013-01.";
  if (/^\s|\s$/.test(value)) return `There is a blank before or after it. ${form}`;
  if (/^\d{4}-\d{2}-\d{2}[T ]/.test(value)) return `Leave the time of day out. ${form}`;
  if (/^\d{1,2}[-./ ]\d{1,2}[-./ ]\d{2,4}$/.test(value)) {
    return `The year comes first, then the month, then the day. ${meantDays(value) ?? form}`;
  }
  if (/^\d{5}$/.test(value) && value >= "20000" && value < "80000") {
    const day = dayOfInstant((Number(value) - SERIAL_OF_1970) * DAY_MS);
    return `It looks like a spreadsheet's number for the day ${day}. Format the column as a date, yyyy-mm-dd, and save again.`;
  }
  if (/^\d{4}[-./ ]\d{1,2}([-./ ]\d{1,2})?$/.test(value))
    return `Use hyphens and two digits each. ${meantDays(value) ?? form}`;
  return meantDays(value) ?? form;
}
