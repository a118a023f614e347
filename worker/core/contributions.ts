/** Why the index stands where it stands: what each event and each state still adds to it (method, section 2). */
import { monthOf } from "./months";
import { round10 } from "./numbers";
import type { Indicator, LoggedEvent, MonthCell } from "./types";
import type { Contribution } from "./view-types";
import { eventPoints, fadedPoints, type IndexMonth } from "./warming-index";

export type ContributionCandidate = Pick<
  LoggedEvent,
  "ref" | "title" | "date" | "indicator" | "effective10" | "weight100"
>;

type ContributingIndicator = Pick<Indicator, "key" | "label" | "kind" | "relevance">;

interface ContributionInput {
  indicators: readonly ContributingIndicator[];
  candidates: readonly ContributionCandidate[];
  /** The as-of month of the index series. */
  now: Pick<IndexMonth, "month" | "indexByIndicator">;
  halfLifeMonths: number;
}

/** By size without sign, then by reference (method, ruling 19). Sizes are compared as rounded for the view. */
function bySize(a: Contribution, b: Contribution): number {
  return Math.abs(b.value) - Math.abs(a.value) || (a.ref < b.ref ? -1 : Number(a.ref > b.ref));
}

/**
 * Contributions at the as-of month, in points, largest first: of each candidate event p L^(months since), and of each
 * state the same sum over its months, as one entry under the indicator's key. Zeros are left out. Over all events they
 * add up to the index. Source: method, section 2, ruling 19.
 *
 * @example an event of 5.32 points in April, seen in October with half-life 6 // { value: 2.66, ... }
 */
export function contributionsOf(input: ContributionInput): Contribution[] {
  const { now, halfLifeMonths } = input;
  const relevances = new Map(input.indicators.map(({ key, relevance }) => [key, relevance]));
  const events = input.candidates.map((event): Contribution => {
    const points = eventPoints(event, relevances.get(event.indicator) ?? 0);
    return {
      ref: event.ref,
      id: event.ref,
      indicator: event.indicator,
      title: event.title,
      date: event.date,
      value: round10(fadedPoints(points, monthOf(event.date), now.month, halfLifeMonths)),
    };
  });
  const states = input.indicators
    .filter(({ kind }) => kind === "state")
    .map(({ key, label }): Contribution => {
      const value = round10(now.indexByIndicator[key] ?? 0);
      return { ref: key, id: null, indicator: key, title: label, date: null, value };
    });
  return [...events, ...states].filter(({ value }) => value !== 0).toSorted(bySize);
}

/**
 * How many contributions there are, from the rollup instead of the events: events with a score and a relevance that are
 * not 0, plus states that still add something.
 *
 * @example three vetoes, one of them scored 0, and a closed supply line // 2 + 1 = 3
 */
export function contributionCount(
  indicators: readonly Pick<Indicator, "key" | "kind" | "relevance">[],
  cells: readonly MonthCell[],
  now: Pick<IndexMonth, "indexByIndicator">,
): number {
  const relevant = new Set(indicators.filter(({ relevance }) => relevance !== 0).map(({ key }) => key));
  const states = indicators.filter(({ key, kind }) => kind === "state" && (now.indexByIndicator[key] ?? 0) !== 0);
  return cells.reduce((n, cell) => n + (relevant.has(cell.indicator) ? cell.nScored : 0), 0) + states.length;
}
