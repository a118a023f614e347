import { and, desc, eq, isNull } from "drizzle-orm";
import { insertRows } from "./bulk";
import { requireStill, type Database } from "./database";
import { sha256 } from "./hash";
import { snapshots } from "./schema";
import type { Signer } from "./signing";
import { signingKeyStatement } from "./signing-keys";
import { storeImageStatement } from "./view-images";
import { keepStatement, type StoredView, type ViewSeal } from "./views";

export type SnapshotRow = typeof snapshots.$inferSelect;

/** What is stored with the first link to a frozen view. */
export interface FrozenFiles {
  view: StoredView;
  seal: ViewSeal;
  /** Whose public key is published with it. */
  signer: Signer;
  /** The parts of its events.csv, gzipped. */
  csv: Uint8Array[];
  /** Its preview image. */
  image: Uint8Array;
}

/**
 * Stores a link, and with it what it froze, all or nothing; nothing (`isOutdated`) if the ledger has grown past the link's
 * revision: a redaction may have taken texts out that the view still holds.
 */
export async function insertSnapshot(db: Database, link: SnapshotRow, files: FrozenFiles | null): Promise<void> {
  const { d1 } = db;
  await d1.batch([
    requireStill(d1, "(SELECT head_revision FROM scenarios WHERE slug = ?1) = ?2", link.scenario, link.revision),
    ...(files ? frozenStatements(d1, files, link.createdAt) : []),
    ...insertRows(d1, snapshots, [link]),
  ]);
}

/** A view that was frozen before keeps its files: the parts of events.csv may have been cut at other places then. */
function frozenStatements(
  d1: D1Database,
  { view, seal, signer, csv, image }: FrozenFiles,
  now: number,
): D1PreparedStatement[] {
  const part = d1.prepare(
    `INSERT INTO view_files (view_hash, part, body)
     SELECT ?1, ?2, ?3 WHERE NOT EXISTS (SELECT 1 FROM views WHERE hash = ?1)`,
  );
  return [
    ...csv.map((body, number) => part.bind(view.hash, number, body)),
    keepStatement(d1, view, seal, now),
    storeImageStatement(d1, view.hash, image),
    signingKeyStatement(d1, signer, now),
  ];
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

/** Withdraws a link at once and gives it as it is then; doing it twice changes nothing. */
export async function markWithdrawn(
  db: Database,
  id: string,
  by: string,
  at: number,
  reason: string,
): Promise<SnapshotRow | null> {
  const withdrawal = { withdrawnAt: at, withdrawnBy: by, withdrawnReason: reason };
  // One access: an answer that is read after the write could fail, and call what was done a failure.
  const [, [row]] = await db.query.batch([
    db.query
      .update(snapshots)
      .set(withdrawal)
      .where(and(eq(snapshots.id, id), isNull(snapshots.withdrawnAt))),
    db.query.select().from(snapshots).where(eq(snapshots.id, id)),
  ]);
  return row ?? null;
}
