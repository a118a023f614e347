import { desc, eq } from "drizzle-orm";
import { insertRows } from "./bulk";
import type { Database } from "./database";
import { sha256 } from "./hash";
import { snapshots } from "./schema";
import { storeStatement, type StoredView } from "./views";

export type SnapshotRow = typeof snapshots.$inferSelect;

/**
 * Stores the frozen view, its events.csv and the link, all or nothing; nothing (`isOutdated`) if the ledger has grown
 * past the view's revision: a redaction may have taken texts out that it still holds.
 */
export async function insertSnapshot(
  db: Database,
  snapshot: SnapshotRow,
  view: StoredView,
  fileParts: Uint8Array[],
): Promise<void> {
  const { d1 } = db;
  const file = d1.prepare("INSERT INTO view_files (view_hash, part, body) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING");
  await d1.batch([
    d1
      .prepare(
        "SELECT CASE (SELECT head_revision FROM scenarios WHERE slug = ?1) WHEN ?2 THEN 1 ELSE json('grown') END",
      )
      .bind(view.scenario, view.revision),
    storeStatement(d1, view, { kept: true, head: view.revision, now: snapshot.createdAt }),
    ...fileParts.map((body, part) => file.bind(view.hash, part, body)),
    ...insertRows(d1, snapshots, [snapshot]),
  ]);
}

/** The link of a token, found by the token's hash only: no other part of the address decides. */
export async function findByToken(db: Database, token: string): Promise<SnapshotRow | null> {
  const [[row]] = await db.query.batch([
    db.query
      .select()
      .from(snapshots)
      .where(eq(snapshots.tokenHash, await sha256(token))),
  ]);
  return row ?? null;
}

export async function findSnapshot(db: Database, id: string): Promise<SnapshotRow | null> {
  const [[row]] = await db.query.batch([db.query.select().from(snapshots).where(eq(snapshots.id, id))]);
  return row ?? null;
}

/** A scenario's links, newest first. */
export async function listSnapshots(db: Database, scenario: string): Promise<SnapshotRow[]> {
  const [rows] = await db.query.batch([
    db.query.select().from(snapshots).where(eq(snapshots.scenario, scenario)).orderBy(desc(snapshots.createdAt)),
  ]);
  return rows;
}

/** Withdraws a link at once; doing it twice changes nothing. */
export async function markWithdrawn(db: Database, id: string, by: string, at: number, reason: string): Promise<void> {
  await db.d1.batch([
    db.d1
      .prepare(
        `UPDATE snapshots SET withdrawn_at = ?2, withdrawn_by = ?3, withdrawn_reason = ?4
         WHERE id = ?1 AND withdrawn_at IS NULL`,
      )
      .bind(id, at, by, reason),
  ]);
}
