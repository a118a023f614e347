import { insertRows } from "./bulk";
import type { Database } from "./database";
import { REPLACE_EVENT, toEventRow } from "./event-rows";
import { emptyFold, foldEntry } from "./fold";
import { commitsAt, type EntryRow } from "./history";
import type { ScenarioRecord } from "./scenarios";
import { events } from "./schema";
import { seedClaims, upsertFolded } from "./upsert-folded";

/**
 * Writes the current rows of a few subjects anew from all their entries, given in ledger order: as a rebuild would, where
 * texts of entries have changed and no version has come.
 */
export async function refoldStatements(
  db: Database,
  { registration }: ScenarioRecord,
  entries: readonly EntryRow[],
): Promise<D1PreparedStatement[]> {
  const { slug } = registration;
  const state = { ...emptyFold(), registration };
  const commits = await commitsAt(db, slug, [...new Set(entries.map(({ revision }) => revision))]);
  const outcomes = entries.filter(({ kind }) => kind === "resolution");
  await seedClaims(
    db,
    slug,
    state,
    outcomes.map(({ subject }) => subject),
  );
  for (const entry of entries) {
    const commit = commits.get(entry.revision);
    if (!commit) throw new Error(`Revision ${entry.revision} is missing`);
    foldEntry(state, entry, commit);
  }
  const relevance = new Map(registration.indicators.map((one) => [one.key, one.relevance]));
  const rows = [...state.events.values()].map((event) => toEventRow(slug, event, relevance.get(event.indicator) ?? 0));
  return [...insertRows(db.d1, events, rows, REPLACE_EVENT), ...upsertFolded(db.d1, state)];
}
