import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import type { BackupCursor } from "../core/backup";
import { insertRows, replaceColumns } from "./bulk";
import type { Database } from "./database";
import { backups } from "./schema";

export type BackupRow = typeof backups.$inferSelect;

export interface LastBackup {
  /** When it was complete, in epoch milliseconds. */
  at: number;
  bytes: number;
  lines: number;
  place: BackupRow["place"];
  /** The revision of each scenario that it holds. */
  revisions: Record<string, number>;
  /** Whether a bucket is bound, so that the schedule writes the next one by itself. */
  scheduled: boolean;
}

/** The newest complete backup, to a file or to the bucket; null if there is none that this instance knows of. */
export async function lastBackup(env: { BACKUPS?: unknown }, db: Database): Promise<LastBackup | null> {
  const [[row]] = await db.query.batch([
    db.query.select().from(backups).where(isNotNull(backups.finishedAt)).orderBy(desc(backups.finishedAt)).limit(1),
  ]);
  if (!row || row.finishedAt === null) return null;
  const { finishedAt: at, bytes, lines, place } = row;
  return { at, bytes, lines, place, revisions: JSON.parse(row.revisions), scheduled: env.BACKUPS !== undefined };
}

/** When the newest complete backup in the bucket was begun; 0 without one. */
export async function lastBucketStart(db: Database): Promise<number> {
  const inBucket = and(eq(backups.place, "bucket"), isNotNull(backups.finishedAt));
  const [[row]] = await db.query.batch([
    db.query.select().from(backups).where(inBucket).orderBy(desc(backups.startedAt)).limit(1),
  ]);
  return row?.startedAt ?? 0;
}

/** The backup that the schedule has begun and not finished. */
export async function openBackup(db: Database): Promise<BackupRow | null> {
  const [[row]] = await db.query.batch([
    db.query.select().from(backups).where(isNull(backups.finishedAt)).orderBy(desc(backups.startedAt)).limit(1),
  ]);
  return row ?? null;
}

/** Notes a backup, or how far it has come. */
export async function storeBackup(db: Database, row: BackupRow): Promise<void> {
  await db.d1.batch(insertRows(db.d1, backups, [row], `("id") DO UPDATE SET ${replaceColumns(backups, ["id"])}`));
}

/** Forgets a backup that cannot be finished. */
export async function forgetBackup(db: Database, id: string): Promise<void> {
  await db.d1.batch([db.d1.prepare("DELETE FROM backups WHERE id = ?1").bind(id)]);
}

/** The revision of each scenario that a backup holds. */
export function revisionsOf(heads: BackupCursor["heads"]): Record<string, number> {
  return Object.fromEntries(Object.entries(heads).map(([slug, [revision]]) => [slug, revision]));
}
