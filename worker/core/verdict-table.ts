/** The inputs of a verdict laid out flat, with indicators as numbers: each of its checks reads all of them. */
import { daysInMonth } from "./months";
import { sum } from "./numbers";
import type { VerdictCell, VerdictInputs, VerdictMonth, VerdictSettings } from "./verdict-inputs";

type CellSums = Record<Exclude<keyof VerdictCell, "indicator" | "nScored">, Float64Array>;

export interface VerdictTable {
  /** Each sum of the cells of all months; those of month m stand from `cellsFrom[m]` to `cellsFrom[m + 1]`. */
  sums: CellSums;
  cellsFrom: Int32Array;
  /** The place of each cell's indicator in the settings. */
  cellOf: Int32Array;
  /** What each state earned in a month before relevance, laid out alike. */
  earned: Float64Array;
  earnedFrom: Int32Array;
  earnedOf: Int32Array;
  /** The place of the window's first month; -1 if there is none. */
  windowAt: number;
  /** The places of the covered months of the window, and their numbers from its first month. */
  testedAt: Int32Array;
  tested: Int32Array;
}

export type Scales = ReadonlyMap<string, VerdictSettings["indicators"][number]>;

export function scalesOf({ indicators }: Pick<VerdictSettings, "indicators">): Scales {
  return new Map(indicators.map((indicator) => [indicator.key, indicator]));
}

/**
 * Points that a state earned in a month before relevance: full scale x the sum of value x days / days of the month.
 *
 * @example 15 of 30 days restricted, value 0.5, full scale 4 // 4 * 0.5 * 15 / 30 = 1
 */
function statePointsOf({ held, indicator }: VerdictMonth["states"][number], scales: Scales, days: number): number {
  const scale = scales.get(indicator);
  if (!scale) return 0;
  return (scale.fullScale * sum(held.map((span) => (scale.values[span.state] ?? 0) * span.days))) / days;
}

/** Where each month's entries begin in a list of all, and where the last one's end. */
function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (const [at, length] of lengths.entries()) starts[at + 1] = (starts[at] ?? 0) + length;
  return starts;
}

/** The sums of cells in a column each. */
function columnsOf(cells: readonly VerdictCell[]): CellSums {
  const column = (): Float64Array => new Float64Array(cells.length);
  const [n, sumWS, sumS, sumWSign] = [column(), column(), column(), column()];
  const [sumWAbs, sumAbs, sumW] = [column(), column(), column()];
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at];
    if (!cell) continue;
    n[at] = cell.n;
    sumWS[at] = cell.sumWS;
    sumS[at] = cell.sumS;
    sumWSign[at] = cell.sumWSign;
    sumWAbs[at] = cell.sumWAbs;
    sumAbs[at] = cell.sumAbs;
    sumW[at] = cell.sumW;
  }
  return { n, sumWS, sumS, sumWSign, sumWAbs, sumAbs, sumW };
}

/**
 * The table of some inputs.
 *
 * @example tableOf(inputs of two months with 3 and 2 cells).cellsFrom // [0, 3, 5]
 */
export function tableOf({ settings, months }: VerdictInputs): VerdictTable {
  const scales = scalesOf(settings);
  const places = new Map(settings.indicators.map(({ key }, at) => [key, at]));
  const placeOf = ({ indicator }: { indicator: string }): number => places.get(indicator) ?? places.size;
  const cells = months.flatMap((month) => month.cells);
  const states = months.flatMap((month) => month.states);
  const windowAt = months.findIndex(({ month }) => month >= settings.windowFrom);
  const testedAt = Int32Array.from(
    months.flatMap(({ covered }, at) => (covered && windowAt !== -1 && at >= windowAt ? [at] : [])),
  );
  const earned = months.flatMap(({ month, states: held }) => {
    return held.map((state) => statePointsOf(state, scales, daysInMonth(month)));
  });
  return {
    sums: columnsOf(cells),
    cellsFrom: startsOf(months.map((month) => month.cells.length)),
    cellOf: Int32Array.from(cells.map(placeOf)),
    earned: Float64Array.from(earned),
    earnedFrom: startsOf(months.map((month) => month.states.length)),
    earnedOf: Int32Array.from(states.map(placeOf)),
    windowAt,
    testedAt,
    tested: testedAt.map((at) => at - windowAt),
  };
}

/** The relevances of a check by the place of an indicator; 0 in the last place, for one that is not in the settings. */
export function relevancesOf({ indicators }: VerdictSettings, relevances: ReadonlyMap<string, number>): Float64Array {
  const list = new Float64Array(indicators.length + 1);
  for (const [at, { key }] of indicators.entries()) list[at] = relevances.get(key) ?? 0;
  return list;
}
