/** Running counts over the tested window, by month: what rule 1 counts, and how a change of unit scales D. */
import type { CellReading } from "./rollup";
import type { VerdictCell, VerdictInputs } from "./verdict-inputs";
import { relevancesOf, tableOf } from "./verdict-table";

export interface WindowCounts {
  /** Events of relevance other than 0 from the window's start to each month, zero scores included. */
  events: Int32Array;
  /** Indicators with such an event. */
  indicators: Int32Array;
  /** Sum of |points| of those events; states are left out. */
  size: Float64Array;
}

/** |points| of a cell before relevance. */
function cellSize({ sumWAbs, sumAbs, sumW }: VerdictCell, reading: CellReading): number {
  if (reading === "signs-only") return sumW / 100;
  if (reading === "weights-off") return sumAbs / 10;
  return sumWAbs / 1000;
}

/**
 * What the window holds up to each month of the inputs, under the relevances of one check. Months before the window have
 * nothing. Source: method, section 5 rule 1, rulings 9, 10 and 13.
 *
 * @example a month with an event of +4 and one of -4, weight 0.95 // events 2, indicators 1, size 7.6; signs only 1.9
 */
export function windowCounts(
  inputs: VerdictInputs,
  relevances: ReadonlyMap<string, number>,
  reading: CellReading,
  { cells, cellsFrom, cellOf, windowAt } = tableOf(inputs),
): WindowCounts {
  const { settings, months } = inputs;
  const counts: WindowCounts = {
    events: new Int32Array(months.length),
    indicators: new Int32Array(months.length),
    size: new Float64Array(months.length),
  };
  const relevanceOf = relevancesOf(settings, relevances);
  const seen = new Uint8Array(relevanceOf.length);
  let [events, indicators, size] = [0, 0, 0];
  for (let at = windowAt; at >= 0 && at < months.length; at += 1) {
    for (let place = cellsFrom[at] ?? 0; place < (cellsFrom[at + 1] ?? 0); place += 1) {
      const [cell, indicator] = [cells[place], cellOf[place] ?? 0];
      const relevance = relevanceOf[indicator] ?? 0;
      if (!cell || relevance === 0) continue;
      events += cell.n;
      size += relevance * cellSize(cell, reading);
      if (seen[indicator] === 0) indicators += 1;
      seen[indicator] = 1;
    }
    counts.events[at] = events;
    counts.indicators[at] = indicators;
    counts.size[at] = size;
  }
  return counts;
}

/**
 * From which month of the inputs on an indicator has something to leave out: an event in the window whose score is not 0,
 * or a state with points in a covered month of the window. Infinity if never. Source: method, ruling 12.
 *
 * @example a state closed from November 2011 to July 2012, window from June 2011, November 2011 covered // November's place
 */
export function leaveOutFrom({ settings, months }: VerdictInputs, indicator: string): number {
  const { fullScale = 0, values = {} } = settings.indicators.find(({ key }) => key === indicator) ?? {};
  const first = months.findIndex(({ month, covered, cells, states }) => {
    if (month < settings.windowFrom) return false;
    if (cells.some((cell) => cell.indicator === indicator && cell.nScored > 0)) return true;
    const held = covered ? (states.find((state) => state.indicator === indicator)?.held ?? []) : [];
    return held.some(({ state, days }) => fullScale * (values[state] ?? 0) * days !== 0);
  });
  return first === -1 ? Number.POSITIVE_INFINITY : first;
}
