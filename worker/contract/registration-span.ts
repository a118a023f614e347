/** How far back a registration may reach: what is worked out for it must fit into one request. */
import { windowStart } from "../core/coverage";
import { monthOf, monthsBetween } from "../core/months";
import type { Proposition, Registration } from "../core/types";
import type { ScenarioProblem } from "./scenario-checks";

/** The trend test compares each month of the window with each, once for each of these checks and each indicator. */
const CHECKS = 8;
const MOST_COMPARED = 15_000_000;
/** Points of the claims' probabilities in a view, one a month. */
const MOST_POINTS = 60_000;

/** How many months the window may have with so many indicators. */
export function mostMonths(indicators: number): number {
  return Math.floor(Math.sqrt(MOST_COMPARED / (CHECKS + indicators)));
}

/**
 * What of a registration reaches too far back for its number of indicators and claims, by field; null where nothing does.
 *
 * 100 indicators may be tested over 372 months, 10 over 912.
 */
export function spanProblem(
  registration: Pick<Registration, "registeredOn" | "baselineMonths" | "indicators">,
  propositions: readonly Pick<Proposition, "addedOn">[],
  today: string,
): ScenarioProblem | null {
  const { registeredOn, indicators } = registration;
  const month = monthOf(today);
  const most = mostMonths(indicators.length);
  const months = monthsBetween(windowStart(registration), month);
  if (months > most) {
    return {
      field: "registeredOn",
      message: `The window would have ${months} months; with ${indicators.length} indicators it may have ${most}. Choose a later day, a shorter baseline, or fewer indicators.`,
    };
  }
  const starts = propositions.map(({ addedOn }) => addedOn ?? registeredOn);
  const points = starts.reduce((sum, start) => sum + Math.max(0, monthsBetween(monthOf(start), month)) + 1, 0);
  if (points <= MOST_POINTS) return null;
  const first = starts.indexOf(starts.toSorted()[0] ?? registeredOn);
  return {
    field: (starts[first] ?? registeredOn) < registeredOn ? `propositions[${first}].addedOn` : "registeredOn",
    message: `The claims would be followed over ${points} months in all; together they may be over ${MOST_POINTS}. Choose later days, or fewer claims.`,
  };
}
