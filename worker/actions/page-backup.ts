import type { BackupCursor } from "../core/backup";
import { revisionsOf, storeBackup } from "../store/backups";
import type { Database } from "../store/database";
import { readBackup, type BackupPage } from "./read-backup";

/** One page of a backup to a file; with the last, notes for the status page that there is one, unless it is only compared. */
export async function pageBackup(
  db: Database,
  now: number,
  after: BackupCursor | null,
  compare: boolean,
): Promise<BackupPage> {
  const page = await readBackup(db, now, after);
  if (page.next !== null || compare) return page;
  const { at, heads, line, sum, bytes } = page.end;
  await storeBackup(db, {
    id: sum,
    startedAt: at,
    place: "file",
    finishedAt: now,
    bytes,
    lines: line,
    parts: 1,
    revisions: JSON.stringify(revisionsOf(heads)),
    cursor: null,
  });
  return page;
}
