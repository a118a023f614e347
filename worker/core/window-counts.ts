/** Running counts over the tested window, by month: what rule 1 counts, and how a change of unit scales D. */
import { READING_TERMS, type CellReading } from "./rollup";
import type { VerdictInputs } from "./verdict-inputs";
import { relevancesOf, type VerdictTable } from "./verdict-table";

/** Events of the window up to each month, zero scores included: a row a month, an indicator a column. */
export interface WindowEvents {
  running: Int32Array;
  columns: number;
}

/** What the window holds of the indicators whose relevance is not 0. */
export interface WindowCounts {
  events: number;
  /** Indicators with such an event. */
  indicators: number;
}

/**
 * The events of the window up to each month of the inputs, by indicator. Months before the window have nothing.
 *
 * @example visits in June and July, a veto in July // rows [1, 0], [2, 1]
 */
export function windowEvents({ settings, months }: VerdictInputs, table: VerdictTable): WindowEvents {
  const { sums, cellsFrom, cellOf, windowAt } = table;
  const columns = settings.indicators.length;
  const running = new Int32Array(months.length * columns);
  for (let at = windowAt; at >= 0 && at < months.length; at += 1) {
    const row = at * columns;
    if (at > windowAt) running.copyWithin(row, row - columns, row);
    for (let place = cellsFrom[at] ?? 0; place < (cellsFrom[at + 1] ?? 0); place += 1) {
      const column = cellOf[place] ?? columns;
      if (column < columns) running[row + column] = (running[row + column] ?? 0) + (sums.n[place] ?? 0);
    }
  }
  return { running, columns };
}

/**
 * What rule 1 counts up to a month, under the relevances of one check. Source: method, section 5 rule 1, rulings 9 and 10.
 *
 * @example visits 2, vetoes 1, drivers off // events 2, indicators 1
 */
export function countsAt({ running, columns }: WindowEvents, relevances: Float64Array, at: number): WindowCounts {
  let [events, indicators] = [0, 0];
  for (let column = 0; column < columns; column += 1) {
    const count = running[at * columns + column] ?? 0;
    if (count === 0 || relevances[column] === 0) continue;
    events += count;
    indicators += 1;
  }
  return { events, indicators };
}

/**
 * The sum of |points| of the window's events up to each month of the inputs; states are left out. It scales D where a check
 * changes the unit. Source: method, ruling 13.
 *
 * @example a month with an event of +4 and one of -4, weight 0.95 // 7.6; signs only 1.9
 */
export function windowSizes(
  { settings, months }: VerdictInputs,
  relevances: ReadonlyMap<string, number>,
  reading: CellReading,
  { sums, cellsFrom, cellOf, windowAt }: VerdictTable,
): Float64Array {
  const sizes = new Float64Array(months.length);
  const relevanceOf = relevancesOf(settings, relevances);
  const { size: name, divisor } = READING_TERMS[reading];
  const ofCells = sums[name];
  let size = 0;
  for (let at = windowAt; at >= 0 && at < months.length; at += 1) {
    for (let place = cellsFrom[at] ?? 0; place < (cellsFrom[at + 1] ?? 0); place += 1) {
      size += (relevanceOf[cellOf[place] ?? 0] ?? 0) * ((ofCells[place] ?? 0) / divisor);
    }
    sizes[at] = size;
  }
  return sizes;
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
