import { coveredMonths } from "../core/coverage";
import { lastMonthOver } from "../core/months";
import { standingsOf } from "../core/reviews";
import type { Month } from "../core/types";
import { dueClaims, unlookedMonths } from "../core/week";
import type { Database } from "../store/database";
import type { StoredEvent } from "../store/event-rows";
import { findNote } from "../store/notes";
import { loadReviewCounts } from "../store/reviews";
import type { ScenarioRecord } from "../store/scenarios";
import { currentRows, loadViewBase } from "../store/view-source";
import { newestStanding, openThreads, type OpenThreadRow } from "../store/week";

/** A week's list shows so many rows; the rest is in the list of events. */
const LISTED = 10;

interface Waiting {
  count: number;
  events: StoredEvent[];
}

export interface WeekFound {
  unreviewed: Waiting;
  disputed: Waiting;
  openThreads: OpenThreadRow[];
  dueClaims: ReturnType<typeof dueClaims>;
  unlookedMonths: Month[];
  lastMonth: { month: Month; closed: boolean };
}

/** What waits for an analyst, at a constant cost: the rollup and a few rows by their indexes. */
export async function weekOf(db: Database, { registration }: ScenarioRecord, today: string): Promise<WeekFound> {
  const { slug } = registration;
  const month = lastMonthOver(today);
  const [base, counts, unreviewed, disputed, threads, note] = await Promise.all([
    loadViewBase(db, slug),
    loadReviewCounts(db, slug),
    newestStanding(db, slug, "unreviewed", LISTED),
    newestStanding(db, slug, "disputed", LISTED),
    openThreads(db, slug, today),
    findNote(db, slug, month),
  ]);
  const standings = standingsOf(currentRows(base), counts);
  return {
    unreviewed: { count: standings.unreviewed, events: unreviewed },
    disputed: { count: standings.disputed, events: disputed },
    openThreads: threads,
    dueClaims: dueClaims(base.propositions, today),
    unlookedMonths: unlookedMonths(registration, coveredMonths(base.cells, base.attestations, month), today),
    lastMonth: { month, closed: note?.status === "active" && note.closes },
  };
}
