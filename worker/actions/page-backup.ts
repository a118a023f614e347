import type { BackupCursor } from "../core/backup";
import { DomainError } from "../core/errors";
import { revisionsOf, storeBackup } from "../store/backups";
import type { Database } from "../store/database";
import { isOwnCursor, sealCursor } from "../store/backup-mac";
import { readBackup, type BackupPage } from "./read-backup";

/**
 * One page of a backup to a file; with the last, notes for the status page that there is one, unless it is only compared.
 * `after` must come back as it was given.
 */
export async function pageBackup(
  db: Database,
  now: number,
  { after, compare, secret }: { after: BackupCursor | null | undefined; compare: boolean; secret: string | undefined },
): Promise<BackupPage> {
  if (after === undefined || (after !== null && !(await isOwnCursor(secret, after)))) {
    throw new DomainError("invalid", "Send `next` of the page before as it is, or null for the first page.", "after");
  }
  const { next, ...page } = await readBackup(db, now, after, secret);
  if (next !== null) return { ...page, next: await sealCursor(secret, next) };
  if (compare) return { ...page, next };
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
  return { ...page, next };
}
