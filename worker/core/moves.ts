/** The months that moved the index most: what its picture marks. */
import { round10 } from "./numbers";
import { cellPoints } from "./rollup";
import type { Indicator, LoggedEvent, Month, MonthCell } from "./types";
import { viewEvent } from "./view-indicators";
import type { ViewEvent, ViewMove } from "./view-types";

/** So many months are marked for direct dealings, and so many for reasons to expect warming. */
const MARKED = { direct: 5, driver: 3 } as const;

/** So many of a marked month's events come with it, the largest first. */
export const MOVE_EVENTS = 3;

type Move = Omit<ViewMove, "events">;

/** Larger moves first; of equals the earlier. */
function bySize(a: Move, b: Move): number {
  return Math.abs(b.value) - Math.abs(a.value) || (a.month < b.month ? -1 : 1);
}

/**
 * The months whose events moved the index most, oldest first: the five largest of direct indicators and the three
 * largest of drivers. A month is counted where the larger part of its points lies. States are left out: they last, they
 * do not move. Points in the month itself, before fading; from the rollup alone, so their number costs nothing.
 *
 * @example October 2015 with 11.6 direct and 0 driver points // { month: "2015-10", role: "direct", value: 11.6 }
 */
export function movesOf(
  indicators: readonly Pick<Indicator, "key" | "role" | "relevance">[],
  cells: readonly MonthCell[],
): Move[] {
  const byKey = new Map(indicators.map((indicator) => [indicator.key, indicator]));
  const months = new Map<Month, { direct: number; driver: number }>();
  for (const cell of cells) {
    const indicator = byKey.get(cell.indicator);
    if (!indicator) continue;
    const month = months.get(cell.month) ?? { direct: 0, driver: 0 };
    month[indicator.role === "direct" ? "direct" : "driver"] += cellPoints(cell, indicator.relevance);
    months.set(cell.month, month);
  }
  const all = [...months].map(([month, { direct, driver }]): Move => {
    const isDirect = Math.abs(direct) >= Math.abs(driver);
    return { month, role: isDirect ? "direct" : "driver", value: round10(isDirect ? direct : driver) };
  });
  const largest = (role: Move["role"]): Move[] =>
    all
      .filter((move) => move.role === role && move.value !== 0)
      .toSorted(bySize)
      .slice(0, MARKED[role]);
  return [...largest("direct"), ...largest("driver")].toSorted((a, b) => (a.month < b.month ? -1 : 1));
}

/** Larger events first, of equals the one with the lower reference: as the store reads them. */
function largestFirst(a: ViewEvent, b: ViewEvent): number {
  return Math.abs(b.points) - Math.abs(a.points) || (a.ref < b.ref ? -1 : 1);
}

/**
 * The marked months with their largest events. `candidates` hold at least those, in any order.
 *
 * @example a month with events of 7.6, 4.0, 1.0 and -0.3 points // events: the first three
 */
export function viewMoves(
  indicators: readonly Indicator[],
  cells: readonly MonthCell[],
  candidates: readonly LoggedEvent[],
): ViewMove[] {
  const relevances = new Map(indicators.map(({ key, relevance }) => [key, relevance]));
  return movesOf(indicators, cells).map((move) => ({
    ...move,
    events: candidates
      .filter(({ date }) => date.startsWith(move.month))
      .map((event) => viewEvent(event, relevances.get(event.indicator) ?? 0))
      .filter(({ points }) => points !== 0)
      .toSorted(largestFirst)
      .slice(0, MOVE_EVENTS),
  }));
}
