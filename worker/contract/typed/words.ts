/** Dates with a month by its name: "17 nov", "Tuesday 17 November 2026", "nov 2026", "17-nov-26". */
import { dateLabel, weekdayLabel } from "../../core/labels";
import { monthNamed, weekdayNamed } from "./names";
import { type Frame, type Parts, settleOneOf, type Typed, wrong } from "./settle";

const FILLERS = new Set(["the", "of", "on"]);
/** "nov-17", as spreadsheets write a month and its year, and some people a day. */
const JOINED = /^\p{L}+[-/]\d\d$/u;

interface Words {
  month: number;
  weekday: string | null;
  /** Four digits, or two after an apostrophe; "" where there is none. */
  year: string;
  /** Of one or two digits, in order. */
  numbers: string[];
  /** Whether the second number comes last: then it may be the year. */
  yearLast: boolean;
}

const tokensOf = (text: string): string[] =>
  text
    .replace(/(\d)(?:st|nd|rd|th)(?!\p{L})/gu, "$1")
    .replace(/['\u2019] ?(?=\d\d(?!\d))/g, " '")
    .replace(/(\d)(?=\p{L})|(\p{L})(?=\d)/gu, "$& ")
    .split(/[\s,./-]+/)
    .filter((token) => token !== "" && !FILLERS.has(token));

/** Null where a word is none of a date, or stands there twice. */
function wordsOf(text: string): Words | null {
  const tokens = tokensOf(text);
  const numbers = tokens.filter((token) => /^\d{1,2}$/.test(token));
  const years = tokens.filter((token) => /^(?:[1-9]\d{3}|'\d\d)$/.test(token));
  const months = tokens.filter((token) => monthNamed(token) > 0);
  const weekdays = tokens.flatMap((token) => weekdayNamed(token) ?? []);
  const known = numbers.length + years.length + months.length + weekdays.length;
  const [month, weekday, year] = [months[0], weekdays[0], years[0]];
  if (known !== tokens.length || month === undefined) return null;
  if (months.length > 1 || weekdays.length > 1 || years.length > 1) return null;
  return {
    month: monthNamed(month),
    weekday: weekday ?? null,
    year: year?.replace("'", "") ?? "",
    numbers,
    yearLast: tokens.at(-1) === numbers[1],
  };
}

/** In which ways the words can be put together; none where they make no date. */
function waysOf({ month, weekday, year, numbers, yearLast }: Words, joined: boolean): Parts[] {
  const [first, second] = numbers;
  if (first === undefined) return weekday === null ? [{ day: null, month, year }] : [];
  if (second === undefined) {
    const asDay = { day: Number(first), month, year };
    return joined ? [asDay, { day: null, month, year: first }] : [asDay];
  }
  if (numbers.length > 2 || year !== "" || !yearLast) return [];
  // No month has 99 days: "99 oct 03" has its year first.
  if (Number(first) > 31) return [{ day: Number(second), month, year: first }];
  return second.length === 2 ? [{ day: Number(first), month, year: second }] : [];
}

/** Null where it is no date with a month's name. */
export function readWords(text: string, frame: Frame): Typed | null {
  const words = wordsOf(text);
  const ways = words === null ? [] : waysOf(words, JOINED.test(text));
  if (words === null || ways.length === 0) return null;
  const read = settleOneOf(ways, frame);
  const { weekday } = words;
  if (read.kind !== "day" || weekday === null || weekdayLabel(read.date) === weekday) return read;
  return wrong(`${dateLabel(read.date)} is a ${weekdayLabel(read.date)}, not a ${weekday}.`);
}
