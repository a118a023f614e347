/** From the parts that were typed to a day of the calendar: which year is meant, and whether there is such a day. */
import { MONTH_NAMES } from "../../core/labels";
import { daysInMonth } from "../../core/months";
import type { ValidDate } from "../../core/types";

export interface Frame {
  /** The day on which it is typed, `YYYY-MM-DD`. */
  today: string;
  /**
   * For what is planned: the day from which it is. A date without a year is then the first such day from there on,
   * else the latest one up to today.
   */
  ahead?: ValidDate | undefined;
}

export interface TypedDay {
  kind: "day";
  date: ValidDate;
  /** How much of the year was typed; the rest was taken. */
  year: "whole" | "two digits" | "none";
  /** Whether the same text means another day tomorrow. */
  passing: boolean;
}

export type Typed =
  | TypedDay
  /** More than one reading. */
  | { kind: "choice"; days: TypedDay[] }
  /** A date, but none of the calendar; the problem says why. */
  | { kind: "wrong"; problem: string }
  | { kind: "unreadable" };

/** `day` is null for a month; `year` is as typed: four digits, two, or "". */
export interface Parts {
  day: number | null;
  month: number;
  year: string;
}

/** 29 February comes once in eight years at worst, as round 1900. */
const YEARS_TRIED = 9;

const pad = (n: number): string => String(n).padStart(2, "0");

export const wrong = (problem: string): Typed => ({ kind: "wrong", problem });

/**
 * The hundred years that two digits stand for: from 79 years back to 20 ahead.
 *
 * @example centuryOf("2026-11-30") // { from: 1947, to: 2046 }
 */
export function centuryOf(today: string): { from: number; to: number } {
  const from = Number(today.slice(0, 4)) - 79;
  return { from, to: from + 99 };
}

function wholeYear(typed: string, today: string): number {
  if (typed.length === 4) return Number(typed);
  const { from } = centuryOf(today);
  return from + ((((Number(typed) - from) % 100) + 100) % 100);
}

const dateOf = (year: number, { month, day }: Parts): ValidDate =>
  `${String(year).padStart(4, "0")}-${pad(month)}${day === null ? "" : `-${pad(day)}`}`;

const isReal = (date: ValidDate): boolean => Number(date.slice(8) || "1") <= daysInMonth(date.slice(0, 7));

/** The nearest year in which there is such a day on the right side. */
function takenYear(parts: Parts, { today, ahead }: Frame): ValidDate | undefined {
  const year = Number((ahead ?? today).slice(0, 4));
  const years = Array.from({ length: YEARS_TRIED }, (_, step) => (ahead === undefined ? year - step : year + step));
  return years
    .map((one) => dateOf(one, parts))
    .find((date) => isReal(date) && (ahead === undefined ? date <= today : date >= ahead.slice(0, date.length)));
}

/** The month is one of the twelve. */
function settle(parts: Parts, frame: Frame): Typed {
  const { day, month, year } = parts;
  const known = year === "" ? null : wholeYear(year, frame.today);
  const longest = daysInMonth(`${known ?? 2000}-${pad(month)}`);
  if (day !== null && (day < 1 || day > longest)) {
    const ofYear = known === null ? "" : ` ${known}`;
    const atMost = known === null && month === 2 ? " at most" : "";
    return wrong(`${MONTH_NAMES[month - 1]}${ofYear} has ${longest} days${atMost}.`);
  }
  if (known !== null) {
    return {
      kind: "day",
      date: dateOf(known, parts),
      year: year.length === 4 ? "whole" : "two digits",
      passing: false,
    };
  }
  const date = takenYear(parts, frame);
  return date === undefined ? { kind: "unreadable" } : { kind: "day", date, year: "none", passing: true };
}

/** What parts mean that can be put together in these ways: one day, several to choose from, or what is wrong. */
export function settleOneOf(ways: readonly Parts[], frame: Frame): Typed {
  const settled = ways.filter(({ month }) => month >= 1 && month <= 12).map((parts) => settle(parts, frame));
  const days = settled
    .filter((one) => one.kind === "day")
    .filter(({ date }, at, all) => all.findIndex((one) => one.date === date) === at);
  const [only] = days;
  if (days.length > 1) return { kind: "choice", days };
  return only ?? settled[0] ?? wrong(`There is no month ${ways[0]?.month ?? ""}: months go from 1 to 12.`);
}
