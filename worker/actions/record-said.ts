import { addMonths, firstDayOf, lastDayOf, lastMonthOver, monthOf, monthRange } from "../core/months";
import { dayOfInstant, instantOfDay } from "../core/days";
import { assembleView } from "../core/view";
import { viewInputFromEvents } from "../core/view-from-events";
import type { Database } from "../store/database";
import { loadSaid, revisionBefore, storeSaid } from "../store/verdicts";
import { GENERATOR } from "./get-view";
import { logAtRevision } from "./past-log";

/**
 * Records, for each month that has ended since recording began, what was published at its end by the records of then. The
 * ledger still knows them, so a run that comes late records the same.
 */
export async function recordSaid(db: Database, slug: string, today: string): Promise<number> {
  const { since, months } = await loadSaid(db, slug);
  if (since === null) return 0;
  const known = new Set(months.map(({ month }) => month));
  const began = monthOf(dayOfInstant(since));
  const due = monthRange(began, lastMonthOver(today)).filter((month) => !known.has(month));
  for (const month of due) await recordMonth(db, slug, month);
  return due.length;
}

async function recordMonth(db: Database, slug: string, month: string): Promise<void> {
  const today = firstDayOf(addMonths(month, 1));
  const revision = await revisionBefore(db, slug, instantOfDay(today));
  const log = await logAtRevision(db, slug, revision);
  const asOf = lastDayOf(month);
  const said = { since: null, months: [] };
  const view = assembleView(
    viewInputFromEvents({ ...log, asOf, today, asOfReason: "asked", generator: GENERATOR, said }),
  );
  const published = view.publishedByMonth[month];
  if (published) await storeSaid(db, slug, { month, revision, published, index: view.index });
}
