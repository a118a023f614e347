import type { BackupCursor } from "../core/backup";
import { DomainError } from "../core/errors";
import { forgetBackup, lastBucketStart, openBackup, revisionsOf, storeBackup, type BackupRow } from "../store/backups";
import type { Database } from "../store/database";
import { readBackup } from "./read-backup";

/** Once a day; half an hour less, so that an hourly run that comes a little early does not put it off by an hour. */
const EVERY_MS = 23.5 * 3_600_000;

/** Where a backup's part is: `2026-11-25T12-17-00Z/00001.jsonl`. All parts in their order are the file. */
function partName(id: string, part: number): string {
  return `${id}/${String(part).padStart(5, "0")}.jsonl`;
}

interface BucketRun {
  /** So many at most. */
  pages: number;
  /** LINK_SECRET, for the MAC at the end. */
  secret: string | undefined;
}

/**
 * Writes the next pages of the day's backup to the bucket, and begins one when it is due. A page is a part of its own: so a
 * run stays short, and one that was cut off is repeated by the next. What cannot be finished is taken away again, for the
 * bucket must not keep a text that was removed meanwhile.
 */
export async function backupToBucket(
  db: Database,
  bucket: R2Bucket,
  now: number,
  { pages, secret }: BucketRun,
): Promise<void> {
  let row = (await openBackup(db)) ?? (await begun(db, now));
  for (let left = pages; row !== null && row.finishedAt === null && left > 0; left -= 1) {
    try {
      row = await writePart(db, bucket, row, { now, secret });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { id, parts } = row;
      if (parts > 0) await bucket.delete(Array.from({ length: parts }, (_, part) => partName(id, part + 1)));
      await forgetBackup(db, id);
      throw error;
    }
  }
}

/** A backup to begin with, where one is due. */
async function begun(db: Database, now: number): Promise<BackupRow | null> {
  const last = await lastBucketStart(db);
  // A start in the future is a clock's that was set back since: it must not put off every backup until then.
  if (last <= now && now - last < EVERY_MS) return null;
  const id = `${new Date(now).toISOString().slice(0, 19).replaceAll(":", "-")}Z`;
  const counts = { bytes: 0, lines: 0, parts: 0 };
  return { id, startedAt: now, place: "bucket", finishedAt: null, ...counts, revisions: "{}", cursor: null };
}

async function writePart(
  db: Database,
  bucket: R2Bucket,
  row: BackupRow,
  { now, secret }: { now: number; secret: string | undefined },
): Promise<BackupRow> {
  const cursor: BackupCursor | null = row.cursor === null ? null : JSON.parse(row.cursor);
  const { lines, next, end } = await readBackup(db, now, cursor, secret);
  const part = row.parts + 1;
  await bucket.put(partName(row.id, part), lines.map((line) => `${line}\n`).join(""));
  const written = {
    ...row,
    finishedAt: next === null ? now : null,
    bytes: end.bytes,
    lines: end.line,
    parts: part,
    revisions: JSON.stringify(revisionsOf(end.heads)),
    cursor: next && JSON.stringify(next),
  };
  await storeBackup(db, written);
  return written;
}
