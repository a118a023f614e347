import type { Authorship, EntryDraft } from "../core/ledger";
import type { RefCounter } from "../core/refs";
import { insertRows } from "./bulk";
import type { Database } from "./database";
import { commits, entries } from "./schema";
import { sealCommit, type Head } from "./seal";

/**
 * Writes one commit: the commit, its entries, the scenario's head and whatever projections go along, in one atomic
 * batch. The commit comes first: if another writer took the revision, everything rolls back ("revision taken").
 */
export async function writeCommit(
  db: Database,
  scenario: string,
  head: Head,
  author: Authorship,
  drafts: EntryDraft[],
  projections: D1PreparedStatement[],
  counter?: RefCounter,
): Promise<Head> {
  const sealed = await sealCommit(scenario, head, author, drafts);
  await db.d1.batch([
    ...insertRows(db.d1, commits, [sealed.commit]),
    ...insertRows(db.d1, entries, sealed.entries),
    ...projections,
    headStatement(db.d1, scenario, sealed.head, counter),
  ]);
  return sealed.head;
}

/**
 * The scenario's new head. The number of the next reference never falls while its prefix stays: an import in parts may
 * have reserved some since the counter was read.
 */
export function headStatement(d1: D1Database, scenario: string, head: Head, counter?: RefCounter): D1PreparedStatement {
  if (!counter) {
    return d1
      .prepare("UPDATE scenarios SET head_revision = ?2, head_hash = ?3 WHERE slug = ?1")
      .bind(scenario, head.revision, head.hash);
  }
  return d1
    .prepare(
      `UPDATE scenarios SET head_revision = ?2, head_hash = ?3, ref_prefix = ?4,
       next_ref = CASE WHEN ref_prefix IS ?4 THEN max(next_ref, ?5) ELSE ?5 END WHERE slug = ?1`,
    )
    .bind(scenario, head.revision, head.hash, counter.refPrefix, counter.nextRef);
}
