/**
 * Reads a date as an analyst types it. Orders such as 3/10/2012 mean two days to two readers, so they are refused
 * rather than guessed; so is a day without a year.
 */
import { addDays, daysInMonth } from "../../worker/core/months";
import type { ValidDate } from "../../worker/core/types";
import { formatDate } from "../lib/format";

export type When = { ok: true; date: ValidDate; echo: string } | { ok: false; problem: string };

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const HELP = "Write it like 3 Oct 2012, Oct 2012, 2012-10-03 or yesterday.";

const pad = (n: number): string => String(n).padStart(2, "0");
const MONTHS = Array.from({ length: 12 }, (_, at) => formatDate(`2000-${pad(at + 1)}`).split(" ")[0] ?? "");

/** Month number 1-12 of a name or of its first three letters or more; 0 if it is none. "Sept." is one. */
function monthNumber(word: string): number {
  const plain = word.toLowerCase().replace(/\.$/, "");
  if (plain.length < 3) return 0;
  return MONTHS.findIndex((name) => name.toLowerCase().startsWith(plain)) + 1;
}

/** A valid date in full: "Wed 3 October 2012", or "October 2012, day not known". */
export function inFull(date: ValidDate): string {
  if (date.length === 7) return `${formatDate(date)}, day not known`;
  // A day alone is read as midnight UTC, so its UTC weekday is its own in every time zone.
  return `${WEEKDAYS[new Date(date).getUTCDay()] ?? ""} ${formatDate(date)}`;
}

function found(date: ValidDate): When {
  return { ok: true, date, echo: inFull(date) };
}

function onDay(month: string, day: number): When {
  const last = daysInMonth(month);
  if (day >= 1 && day <= last) return found(`${month}-${pad(day)}`);
  return { ok: false, problem: `${formatDate(month)} has ${last} days.` };
}

function fromNumbers(text: string): When | null {
  const [, year, month, day] = /^([12]\d{3})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text) ?? [];
  if (year !== undefined && month !== undefined) {
    if (Number(month) < 1 || Number(month) > 12) return { ok: false, problem: `There is no month ${month}. ${HELP}` };
    const iso = `${year}-${pad(Number(month))}`;
    return day === undefined ? found(iso) : onDay(iso, Number(day));
  }
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(text)) {
    return { ok: false, problem: "Day first or month first? Write the month as a word, like 3 Oct 2012." };
  }
  return null;
}

/** "3 oct 2012", "October 3rd, 2012", "oct 2012": a month's name, a year, perhaps a day, in any order. */
function fromWords(text: string): When | null {
  const words = text.split(/[\s,]+/).filter(Boolean);
  const named = words.filter((word) => monthNumber(word) > 0);
  const [name] = named;
  if (name === undefined || named.length > 1 || words.length > 3) return null;
  const year = words.find((word) => /^[12]\d{3}$/.test(word));
  const days = words.flatMap((word) => /^(\d{1,2})(?:st|nd|rd|th)?$/i.exec(word)?.[1] ?? []);
  if (named.length + days.length + (year === undefined ? 0 : 1) !== words.length) return null;
  if (year === undefined) return { ok: false, problem: `Add the year: ${text} of which year?` };
  const month = `${year}-${pad(monthNumber(name))}`;
  return days[0] === undefined ? found(month) : onDay(month, Number(days[0]));
}

/**
 * The date that a text means, with the date in full to show beside the field, or what is wrong with it.
 * `today` is the server's day. "3 oct 2012" on any day -> 2012-10-03, "Wed 3 October 2012".
 */
export function parseWhen(text: string, today: string): When {
  const typed = text.trim();
  if (typed === "") return { ok: false, problem: `Say when. ${HELP}` };
  const word = typed.toLowerCase();
  if (word === "today") return found(today);
  if (word === "yesterday") return found(addDays(today, -1));
  return fromNumbers(typed) ?? fromWords(typed) ?? { ok: false, problem: `"${typed}" is not a date. ${HELP}` };
}
