/** Reads what is typed into a proposition's forms: per cent, counts and days, with what is wrong in plain words. */
import { probabilityLabel } from "../../worker/core/proposition-labels";
import type { ValidDate } from "../../worker/core/types";
import { inFull, parseWhen, type When } from "../forms/when";

export type Read<T> = { ok: true; value: T } | { ok: false; problem: string };

const wrong = (problem: string): { ok: false; problem: string } => ({ ok: false, problem });

/** "30", "30 %" or "12.5": a probability from 1 to 99 per cent. "30" -> 0.3 */
export function readPercent(typed: string): Read<number> {
  const text = typed.trim().replace(/\s*%$/, "").replace(",", ".");
  if (text === "") return wrong("Write a number from 1 to 99.");
  if (!/^\d{1,3}(\.\d+)?$/.test(text)) return wrong("Write a plain number, such as 30.");
  const percent = Number(text);
  if (percent < 1 || percent > 99) return wrong("From 1 to 99: nothing that is still open is certain.");
  // To six decimals, so that 57 is 0.57 and not the float beside it.
  return { ok: true, value: Number((percent / 100).toFixed(6)) };
}

/** "= 30 %, unlikely" beside the field; silent while it is no probability. */
export function echoPercent(typed: string): string {
  const read = readPercent(typed);
  return read.ok ? `= ${probabilityLabel(read.value)}` : "";
}

/** A count of cases. "3" -> 3 */
export function readCount(typed: string): Read<number> {
  const text = typed.trim();
  return /^\d{1,6}$/.test(text) ? { ok: true, value: Number(text) } : wrong("Write a whole number, such as 3.");
}

/**
 * A deadline is a day still to come, here and by UTC, where a claim is added; a month alone is refused. "31 dec" is the next
 * one.
 */
export function whenDue(typed: string, { today, utcDay }: { today: string; utcDay: string }): When {
  const when = parseWhen(typed, { today }, today);
  if (!when.ok) return when;
  if (when.date.length === 7) return { ok: false, problem: "Give the day too, such as 31 Dec 2028.", choices: [] };
  if (when.date > today && when.date > utcDay) return when;
  const problem = `${inFull(when.date)} is not after today: a claim must still be open.`;
  return { ok: false, problem, choices: [] };
}

/** A date that was read, or what is wrong with it. */
export function readWhen(when: When): Read<ValidDate> {
  return when.ok ? { ok: true, value: when.date } : wrong(when.problem);
}

export interface ReferenceClass {
  description: string;
  k: number;
  n: number;
}
type ClassFields = "description" | "k" | "n";

/** All three or none: how many of how many earlier cases, and which they are. */
export function readReferenceClass(typed: Record<ClassFields, string>): {
  value: ReferenceClass | null;
  problems: Partial<Record<ClassFields, string>>;
} {
  const description = typed.description.trim();
  if (description === "" && typed.k.trim() === "" && typed.n.trim() === "") return { value: null, problems: {} };
  const [k, n] = [readCount(typed.k), readCount(typed.n)];
  const problems: Partial<Record<ClassFields, string>> = {};
  if (description === "") problems.description = "Say which cases these are.";
  if (!k.ok) problems.k = k.problem;
  if (!n.ok) problems.n = n.problem;
  else if (n.value === 0) problems.n = "Without an earlier case there is no reference class: leave all three empty.";
  else if (k.ok && k.value > n.value) problems.k = "Not more than the cases there were.";
  if (!k.ok || !n.ok || Object.keys(problems).length > 0) return { value: null, problems };
  return { value: { description, k: k.value, n: n.value }, problems };
}
