import { dayOfInstant, endOfMonth } from "../core/days";
import { lastMonthOver, monthOf, monthRange } from "../core/months";
import { saidOf, type Said } from "../core/said";
import type { Month } from "../core/types";
import type { Database } from "../store/database";
import { loadSaid, revisionBefore, storeSaid } from "../store/said";
import { logAtRevision } from "./past-log";

/**
 * Records, for each month that is over and has ended since recording began, what was published at its end by the records of
 * then. The ledger still knows them, so a run that comes late records the same.
 */
export async function recordSaid(db: Database, slug: string, now: number): Promise<number> {
  const { since, months } = await loadSaid(db, slug);
  if (since === null) return 0;
  const known = new Set(months.map(({ month }) => month));
  const began = monthOf(dayOfInstant(since));
  const due = monthRange(began, lastMonthOver(dayOfInstant(now))).filter((month) => !known.has(month));
  for (const month of due) {
    const said = await saidAtEnd(db, slug, month);
    if (said) await storeSaid(db, { scenario: slug, month, ...said, recordedAt: now });
  }
  return due.length;
}

/** What was said when a month was over: by the last revision before its end. Null where there was no verdict yet. */
export async function saidAtEnd(db: Database, slug: string, month: Month): Promise<Said | null> {
  const revision = await revisionBefore(db, slug, endOfMonth(month));
  if (revision === 0) return null;
  const said = saidOf(await logAtRevision(db, slug, revision), month);
  return said && { revision, ...said };
}
