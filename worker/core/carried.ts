import { firstDayOf } from "./months";
import type { ValidDate } from "./types";

/** One version of an event: what was done to it in which revision, and the date that it says. */
export interface EventVersionDate {
  revision: number;
  op: "record" | "correct" | "retract";
  date: ValidDate;
}

/** What decides which events a frozen link carries. */
export interface FrozenAt {
  revision: number;
  asOf: string;
}

/**
 * Whether a frozen link carries an event that was changed in revision `changedIn` as it stood before: the event's version at
 * the link's revision is not retracted, is dated up to the link's as-of day (a month counts from its first day) and is older
 * than the change. `versions` are oldest first.
 *
 * @example carries({ revision: 3, asOf: "2012-12-31" }, [{ revision: 2, op: "record", date: "2012-10-03" }], 5) // true
 */
export function carries(
  { revision, asOf }: FrozenAt,
  versions: readonly EventVersionDate[],
  changedIn: number,
): boolean {
  if (changedIn <= revision) return false;
  const carried = versions.findLast((version) => version.revision <= revision);
  return carried !== undefined && carried.op !== "retract" && firstDayOf(carried.date) <= asOf;
}
