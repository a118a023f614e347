import { splitEvent, type EntryDraft, type EntryOp } from "./ledger";
import { addCells, cellDelta, codeCountsOf } from "./rollup";
import type { CodeCount, EventContent, LoggedEvent, MonthCell } from "./types";

/** One step in an event's life: what is said now, and what counted before. */
export interface EventChange {
  op: EntryOp;
  ref: string;
  version: number;
  content: EventContent;
  /** Effective score (tenths) and weight (hundredths) of the new content. */
  effective10: number;
  weight100: number;
  clientId: string | null;
  /** The version that counted until now; null if none did (new, or retracted before). */
  before: LoggedEvent | null;
}

/**
 * The ledger entry of a change. A retraction says nothing but that: the content stays in the earlier versions.
 *
 * @example entryOf({ op: "retract", ref: "PKRU-0043", version: 2, ... }) // facts {}, texts {}
 */
export function entryOf(change: EventChange): EntryDraft {
  const { op, ref: subject, version } = change;
  const said = op === "retract" ? { facts: {}, texts: {} } : splitEvent(change.content, change.clientId);
  return { kind: "event", subject, version, op, ...said };
}

/**
 * What changes do to the rollup, in integers: what counts from now on less what counted before. Rows of state
 * indicators are not in the rollup. Source: method, section 12.
 *
 * @example deltasOf([a correction of a held visit (2.8, A1) from March to April])
 * // cells: March n -1, sumWS -2660; April n +1, sumWS +2660
 */
export function deltasOf(changes: EventChange[]): { cells: MonthCell[]; codes: CodeCount[] } {
  const cells = new Map<string, MonthCell>();
  const codes = new Map<string, CodeCount>();
  const add = (event: Counted, sign: 1 | -1): void => {
    if (event.state !== null) return;
    const delta = cellDelta(event, sign);
    const key = `${delta.month} ${delta.indicator}`;
    const cell = cells.get(key);
    cells.set(key, cell ? addCells(cell, delta) : delta);
    for (const count of codeCountsOf([event])) {
      const codeKey = `${key} ${count.code}`;
      codes.set(codeKey, { ...count, n: (codes.get(codeKey)?.n ?? 0) + sign });
    }
  };
  for (const change of changes) {
    if (change.before) add(change.before, -1);
    if (change.op !== "retract") add({ ...change.content, ...change }, 1);
  }
  const cellList = [...cells.values()].filter(isChange);
  return { cells: cellList, codes: [...codes.values()].filter(({ n }) => n !== 0) };
}

type Counted = Pick<LoggedEvent, "indicator" | "date" | "code" | "state" | "effective10" | "weight100">;

function isChange({ indicator: _indicator, month: _month, ...sums }: MonthCell): boolean {
  return Object.values(sums).some((value) => value !== 0);
}
