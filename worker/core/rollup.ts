/** The month rollup: integer sums by indicator and month, from which every series is read (method, section 12). */
import { monthOf } from "./months";
import type { CodeCount, LoggedEvent, MonthCell, YearCodeCount } from "./types";

/** What the rollup needs to know of an event. */
export type RollupEvent = Pick<LoggedEvent, "indicator" | "date" | "effective10" | "weight100">;

/**
 * What one event adds to its cell, or takes away (`sign` -1). A store adds it to the stored cell in the same batch.
 * Minus nought never occurs, so that cells compare and serialise alike however they came about.
 *
 * @example cellDelta({ indicator: "visit", date: "2012-10-03", effective10: 28, weight100: 95 }, 1)
 * // n 1, nScored 1, sumWS 2660, sumS 28, sumWSign 95, sumWAbs 2660, sumAbs 28, sumW 95, sumVar 28^2 * 95 * 5 = 372400
 */
export function cellDelta(event: RollupEvent, sign: 1 | -1): MonthCell {
  const { effective10: score, weight100: weight } = event;
  const scored = score === 0 ? 0 : 1;
  return {
    indicator: event.indicator,
    month: monthOf(event.date),
    n: sign,
    nScored: sign * scored + 0,
    sumWS: sign * weight * score + 0,
    sumS: sign * score + 0,
    sumWSign: sign * weight * Math.sign(score) + 0,
    sumWAbs: sign * weight * Math.abs(score) + 0,
    sumAbs: sign * Math.abs(score) + 0,
    sumW: sign * weight * scored + 0,
    sumVar: sign * score * score * weight * (100 - weight) + 0,
  };
}

/**
 * Two cells of one indicator and month, added.
 *
 * @example addCells(cell, cellDelta(event, -1)) // the cell as it was before the event
 */
export function addCells(a: MonthCell, b: MonthCell): MonthCell {
  return {
    indicator: a.indicator,
    month: a.month,
    n: a.n + b.n,
    nScored: a.nScored + b.nScored,
    sumWS: a.sumWS + b.sumWS,
    sumS: a.sumS + b.sumS,
    sumWSign: a.sumWSign + b.sumWSign,
    sumWAbs: a.sumWAbs + b.sumWAbs,
    sumAbs: a.sumAbs + b.sumAbs,
    sumW: a.sumW + b.sumW,
    sumVar: a.sumVar + b.sumVar,
  };
}

function byKey<T extends { indicator: string; month: string }>(a: T, b: T): number {
  if (a.month !== b.month) return a.month < b.month ? -1 : 1;
  return a.indicator < b.indicator ? -1 : Number(a.indicator > b.indicator);
}

/**
 * The cells of a list of events of event indicators, oldest month first, then by indicator. The order of the events
 * does not matter.
 *
 * @example cellsOf([{ score 2.8, weight 0.95 }, { score -5.0, weight 0.95 }] of one month) // sumWS 2660 - 4750 = -2090
 */
export function cellsOf(events: Iterable<RollupEvent>): MonthCell[] {
  const cells = new Map<string, MonthCell>();
  for (const event of events) {
    const delta = cellDelta(event, 1);
    const key = `${delta.month} ${delta.indicator}`;
    const cell = cells.get(key);
    cells.set(key, cell ? addCells(cell, delta) : delta);
  }
  return [...cells.values()].toSorted(byKey);
}

/**
 * How often each codebook entry was logged in each month, oldest first. Rows without a code (states) are left out.
 *
 * @example codeCountsOf(two vetoes of "veto_double" in July 2012) // [{ code: "veto_double", month: "2012-07", n: 2, ... }]
 */
export function codeCountsOf(events: Iterable<Pick<LoggedEvent, "indicator" | "date" | "code">>): CodeCount[] {
  const counts = new Map<string, CodeCount>();
  for (const { indicator, date, code } of events) {
    if (code === null) continue;
    const month = monthOf(date);
    const key = `${month} ${indicator} ${code}`;
    counts.set(key, { indicator, code, month, n: (counts.get(key)?.n ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((a, b) => byKey(a, b) || (a.code < b.code ? -1 : Number(a.code > b.code)));
}

/**
 * The same by year, in the order in which the years and codes come. Counts may be deltas; what adds up to nought stays.
 *
 * @example yearCountsOf([{ code: "veto_double", month: "2012-07", n: 2 }, { ..., month: "2012-02", n: 1 }]) // [{ year: "2012", n: 3, ... }]
 */
export function yearCountsOf(counts: Iterable<CodeCount>): YearCodeCount[] {
  const years = new Map<string, YearCodeCount>();
  for (const { indicator, code, month, n } of counts) {
    const year = month.slice(0, 4);
    const key = `${year} ${indicator} ${code}`;
    years.set(key, { indicator, code, year, n: (years.get(key)?.n ?? 0) + n });
  }
  return [...years.values()];
}

/** How a cell is read: with its scores, as the mean of its events, with the signs of its scores, or without weights. */
export type CellReading = "scored" | "count-neutral" | "signs-only" | "weights-off";

/** The sums that the points of a cell are read from. */
export type PointSums = Pick<MonthCell, "n" | "sumWS" | "sumS" | "sumWSign">;

interface ReadingTerm {
  /** Points are relevance x this sum / divisor; of events, not of states. */
  sum: Exclude<keyof PointSums, "n">;
  /** The same without signs. */
  size: "sumWAbs" | "sumAbs" | "sumW";
  divisor: number;
  /** Whether points are divided by the cell's events. */
  mean: boolean;
}

export const READING_TERMS: Readonly<Record<CellReading, ReadingTerm>> = {
  scored: { sum: "sumWS", size: "sumWAbs", divisor: 1000, mean: false },
  "count-neutral": { sum: "sumWS", size: "sumWAbs", divisor: 1000, mean: true },
  "signs-only": { sum: "sumWSign", size: "sumW", divisor: 100, mean: false },
  "weights-off": { sum: "sumS", size: "sumAbs", divisor: 10, mean: false },
};

/**
 * The points of a cell: relevance times the sum of weight times score. Source: method, section 2; the other three
 * readings are those of section 6 (*count-neutral* divides by all events, zero scores included, ruling 14). A cell whose
 * events were all taken back has 0 points in each.
 *
 * @example cellPoints(cell with sumWS 2660, 0.25) // 0.25 * 2660 / 1000 = 0.665
 */
export function cellPoints(cell: PointSums, relevance: number, reading: CellReading = "scored"): number {
  const { sum, divisor, mean } = READING_TERMS[reading];
  const points = (relevance * cell[sum]) / divisor + 0;
  return mean && cell.n !== 0 ? points / cell.n : points;
}

/**
 * The source variance of a cell: relevance^2 times the sum of score^2 w (1 - w). Source: method, section 2.
 *
 * @example cellVariance(cell with sumVar 372400, 1) // 2.8^2 * 0.95 * 0.05 = 0.3724
 */
export function cellVariance(cell: MonthCell, relevance: number): number {
  return (relevance * relevance * cell.sumVar) / 1e6;
}
