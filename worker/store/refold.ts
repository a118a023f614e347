import { insertRows, replaceColumns } from "./bulk";
import { findProposition } from "./claims";
import type { Database } from "./database";
import { toEventRow } from "./event-rows";
import { emptyFold, foldEntry } from "./fold";
import { commitsAt, type EntryRow } from "./history";
import type { ScenarioRecord } from "./scenarios";
import { events } from "./schema";
import { upsertFolded } from "./upsert-folded";

const UPSERT = `("scenario", "ref") DO UPDATE SET ${replaceColumns(events, ["scenario", "ref"])}`;

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
  for (const { kind, subject } of entries) {
    if (kind !== "resolution" || state.propositions.has(subject)) continue;
    const row = await findProposition(db, slug, subject);
    if (row) state.propositions.set(subject, row);
  }
  for (const entry of entries) {
    const commit = commits.get(entry.revision);
    if (!commit) throw new Error(`Revision ${entry.revision} is missing`);
    foldEntry(state, entry, commit);
  }
  const relevance = new Map(registration.indicators.map((one) => [one.key, one.relevance]));
  const rows = [...state.events.values()].map((event) => toEventRow(slug, event, relevance.get(event.indicator) ?? 0));
  return [...insertRows(db.d1, events, rows, UPSERT), ...upsertFolded(db.d1, state)];
}
