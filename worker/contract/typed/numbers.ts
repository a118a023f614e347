/** Dates in numbers alone: 17.11.2026, 11/17/2026, 2026-11. Which number is the day is never guessed. */
import { type Frame, type Parts, settleOneOf, type Typed, wrong } from "./settle";

const NUMBERS = /^(\d{1,4})(?:([-/. ])(\d{1,4})(?:\2(\d{1,4}))?)?(\.?)$/;

const isYear = (text: string): boolean => /^[1-9]\d{3}$/.test(text);
const isShort = (text: string): boolean => text.length <= 2;

/** Day first or month first; with hyphens and two digits also the year first, as ISO has it. */
function withYear(first: string, second: string, third: string, mark: string): Parts[] {
  const [a, b] = [Number(first), Number(second)];
  const isoLike = mark === "-" && first.length === 2 && third.length === 2;
  return [
    { day: a, month: b, year: third },
    { day: b, month: a, year: third },
    ...(isoLike ? [{ day: Number(third), month: b, year: first }] : []),
  ];
}

/** "3/10": a day and a month in either order, or a month and its year. */
function withoutYear(first: string, second: string, isMonthAndYear: boolean): Parts[] {
  const [a, b] = [Number(first), Number(second)];
  return [
    { day: a, month: b, year: "" },
    { day: b, month: a, year: "" },
    ...(isMonthAndYear ? [{ day: null, month: a, year: second }] : []),
  ];
}

/** Null where it is no date in numbers. */
export function readNumbers(text: string, frame: Frame): Typed | null {
  const [, first = "", mark = "", second = "", third = "", dot = ""] = NUMBERS.exec(text) ?? [];
  if (second === "") return isYear(first) ? wrong(`Give the month too, such as Oct ${first}.`) : null;
  if (third === "") {
    if (isYear(first) && isShort(second))
      return settleOneOf([{ day: null, month: Number(second), year: first }], frame);
    if (isShort(first) && isYear(second))
      return settleOneOf([{ day: null, month: Number(first), year: second }], frame);
    if (!isShort(first) || !isShort(second) || mark === " ") return null;
    const isMonthAndYear = mark !== "." && dot === "" && second.length === 2;
    return settleOneOf(withoutYear(first, second, isMonthAndYear), frame);
  }
  if (dot !== "" || !isShort(second)) return null;
  if (isYear(first) && isShort(third)) {
    return settleOneOf([{ day: Number(third), month: Number(second), year: first }], frame);
  }
  const hasYear = isYear(third) || third.length === 2;
  return isShort(first) && hasYear ? settleOneOf(withYear(first, second, third, mark), frame) : null;
}
