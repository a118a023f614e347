import { dayNumber } from "./days";
import { addDays, addMonths, firstDayOf, lastDayOf, monthOf } from "./months";
import { evidenceOn, priorByDay, updated, type DatedEvidence, type PropositionTerms } from "./probability";

export interface ProbabilityDay {
  day: string;
  prior: number;
  probability: number;
}

/**
 * The last day on which a proposition has a probability: the as-of day, but not the day of the outcome or later, and not
 * after the deadline. A *by* claim without an outcome has one day more, on which time has run out.
 *
 * @example lastProbabilityDay(by 31 December 2012, outcome on 20 November, as of 2025-12-31) // "2012-11-19"
 */
export function lastProbabilityDay(
  { type, deadline, outcomeOn }: Pick<PropositionTerms, "type" | "deadline" | "outcomeOn">,
  asOf: string,
): string {
  const settled = outcomeOn === null ? null : firstDayOf(outcomeOn);
  if (settled !== null && settled < deadline && settled <= asOf) return addDays(settled, -1);
  if (deadline >= asOf) return asOf;
  return settled === null && type === "by" ? addDays(deadline, 1) : deadline;
}

/**
 * The probability at the start, on each evidence date, at each month-end and on the last day (the as-of day, unless the
 * proposition closed before), oldest first; empty before the start. Source: method, section 7.
 *
 * @example by 31 December 2012, started 15 June, evidence on 19 July, as of 2012-08-10
 * // 15 June, 30 June, 19 July, 31 July, 10 August
 */
export function probabilitySeries(
  terms: PropositionTerms,
  items: readonly DatedEvidence[],
  asOf: string,
): ProbabilityDay[] {
  const last = lastProbabilityDay(terms, asOf);
  if (last < terms.startsOn) return [];
  const evidenceDays = new Set(items.map(({ date }) => firstDayOf(date)));
  const days = new Set([terms.startsOn, last, ...evidenceDays]);
  for (let month = monthOf(terms.startsOn); lastDayOf(month) <= last; month = addMonths(month, 1)) {
    days.add(lastDayOf(month));
  }
  const priorOn = priorByDay(terms);
  let evidence = 0;
  return [...days]
    .filter((day) => day >= terms.startsOn && day <= last)
    .toSorted()
    .map((day) => {
      const { prior } = priorOn(dayNumber(day));
      if (evidenceDays.has(day)) evidence = evidenceOn(terms, items, day).evidenceLogOdds;
      return { day, prior, probability: updated(prior, evidence) };
    });
}
