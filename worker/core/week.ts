import { windowStart } from "./coverage";
import { addDays, addMonths, lastMonthOver, monthRange } from "./months";
import { dayNumber } from "./days";
import type { Month, Outcome, Proposition, Registration } from "./types";

/** A claim is due when its deadline is at most so many days away. */
const DUE_DAYS = 60;
const LOOKED_BACK = 12;

interface DueClaim extends Pick<Proposition, "id" | "question" | "deadline"> {
  /** Days from today to the deadline; negative once it has passed. */
  days: number;
}

/**
 * Claims without an outcome whose deadline comes within 60 days or has passed, the most urgent first. A claim that a file
 * calls open has no outcome; a void one has.
 *
 * @example dueClaims([{ id: "C01", deadline: "2012-12-31", outcome: null, ... }], "2012-12-01") // days 30
 */
export function dueClaims(
  claims: readonly (Pick<Proposition, "id" | "question" | "deadline"> & { outcome: Outcome | null })[],
  today: string,
): DueClaim[] {
  const last = addDays(today, DUE_DAYS);
  return claims
    .filter(({ outcome, deadline }) => (outcome === null || outcome.result === "open") && deadline <= last)
    .map(({ id, question, deadline }) => ({ id, question, deadline, days: dayNumber(deadline) - dayNumber(today) }))
    .toSorted((a, b) => a.days - b.days);
}

/**
 * Months of the last twelve that are over and that nobody looked at; none from before the tested window, which no verdict
 * needs.
 *
 * @example unlookedMonths({ registeredOn: "2012-06-15", baselineMonths: 12 }, new Set(["2012-09"]), "2012-11-05") // 2011-11 to 2012-08, 2012-10
 */
export function unlookedMonths(
  registration: Pick<Registration, "registeredOn" | "baselineMonths">,
  covered: ReadonlySet<Month>,
  today: string,
): Month[] {
  const to = lastMonthOver(today);
  const year = addMonths(to, 1 - LOOKED_BACK);
  const start = windowStart(registration);
  return monthRange(start > year ? start : year, to).filter((month) => !covered.has(month));
}
