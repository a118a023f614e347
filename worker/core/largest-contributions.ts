/**
 * Finding the largest contributions without reading all events. Fading is the same for all events of a month, so
 * within a month the largest come first by |points|; and a month's rollup tells how large its largest can be.
 */
import type { Indicator, Month, MonthCell } from "./types";
import { fadedPoints } from "./warming-index";

/** How many contributions a view lists. */
export const LISTED_CONTRIBUTIONS = 50;

/** No event earns more before relevance: a score of 10 at weight 1. */
const LARGEST_POINTS = 10;

interface SearchInput {
  indicators: readonly Pick<Indicator, "key" | "relevance">[];
  cells: readonly MonthCell[];
  asOfMonth: Month;
  halfLifeMonths: number;
}

/**
 * The size that a contribution must reach to be among the `limit` largest of those seen so far; 0 while fewer are known.
 *
 * @example contributionFloor([5, -4, 3], 2) // 4
 */
export function contributionFloor(values: readonly number[], limit = LISTED_CONTRIBUTIONS): number {
  return values.map(Math.abs).toSorted((a, b) => b - a)[limit - 1] ?? 0;
}

/**
 * The size that at least `limit` events are sure to reach, from the rollup alone: in every cell at least one event
 * reaches the mean size of the cell. 0 where there are fewer than `limit` cells.
 *
 * @example with limit 1, a cell of this month with two events and sum |w s| = 4 // 4 / 2 = 2
 */
export function sureFloor(input: SearchInput, limit = LISTED_CONTRIBUTIONS): number {
  const relevances = new Map(input.indicators.map(({ key, relevance }) => [key, relevance]));
  const means = input.cells
    .filter(({ nScored }) => nScored > 0)
    .map((cell) => {
      const mean = ((relevances.get(cell.indicator) ?? 0) * cell.sumWAbs) / 1000 / cell.nScored;
      return fadedPoints(mean, cell.month, input.asOfMonth, input.halfLifeMonths);
    });
  return contributionFloor(means, limit);
}

/**
 * The months that can hold a contribution of size `floor` or more, newest first: those where relevance x the lesser of
 * (sum |w s|, 10 points), faded to the as-of month, reaches it. Months without any points are left out.
 *
 * A store takes `sureFloor`, asks these months for their `LISTED_CONTRIBUTIONS` largest events each, and has all of
 * the largest. A millionth of slack keeps rounding from hiding a tie.
 *
 * @example floor 1, half-life 6: one event of 5.32 points is still worth asking for 14 months later
 * // 5.32 * 2^(-14/6) = 1.056, but not after 15: 0.940
 */
export function monthsThatCouldMatter(input: SearchInput, floor: number): Month[] {
  const relevances = new Map(input.indicators.map(({ key, relevance }) => [key, relevance]));
  const months = new Set<Month>();
  for (const cell of input.cells) {
    const most = (relevances.get(cell.indicator) ?? 0) * Math.min(cell.sumWAbs / 1000, LARGEST_POINTS);
    const faded = fadedPoints(most, cell.month, input.asOfMonth, input.halfLifeMonths);
    if (faded > 0 && faded * (1 + 1e-6) >= floor) months.add(cell.month);
  }
  return [...months].toSorted().toReversed();
}
