import { BACKUP_FORMAT, BACKUP_TABLES, type BackupHeader } from "../core/backup";
import { dayOfInstant } from "../core/days";
import { DomainError } from "../core/errors";
import { openLine } from "../store/backup-lines";
import type { Database } from "../store/database";
import {
  findRestore,
  finishRestoreRow,
  isEmpty,
  storeRestore,
  writeRestored,
  type RestoredRow,
  type RestoreRow,
} from "../store/restore-rows";
import { rebuildAll } from "./rebuild-projections";

/** Where a restore stands: the number of the line that it needs next, and whether it is done. */
export interface RestoreState {
  next: number;
  done: boolean;
}

/**
 * Begins to restore a backup, known by the check sum of its last line, or finds where an interrupted restore of the same
 * stopped. Refused where anything else is in the instance: a restore never mixes two ledgers.
 */
export async function beginRestore(db: Database, now: number, id: string, header: string): Promise<RestoreState> {
  const { content, sum } = await openLine(header, 1, "");
  const { format } = (content.header ?? {}) as Partial<BackupHeader>;
  if (format !== BACKUP_FORMAT) {
    throw new DomainError(
      "invalid",
      "This is no backup that this version can read. Take a file of `npm run backup`.",
      "header",
    );
  }
  const known = await findRestore(db, id);
  if (known) return { next: known.next, done: known.finishedAt !== null };
  if (!(await isEmpty(db))) {
    throw new DomainError(
      "conflict",
      "There is data here already. A backup is restored into an empty Signpost only: a new data folder, or a new deployment.",
    );
  }
  await storeRestore(db, { id, startedAt: now, finishedAt: null, next: 2, sum });
  return { next: 2, done: false };
}

async function requireRestore(db: Database, id: string): Promise<RestoreRow> {
  const restore = await findRestore(db, id);
  if (!restore) throw new DomainError("not-found", "This restore was not begun here. Begin it first.");
  return restore;
}

/** Takes the next lines in; the last of them, once it is the backup's end, closes it for more. */
export async function restoreLines(db: Database, id: string, from: number, lines: string[]): Promise<RestoreState> {
  const restore = await requireRestore(db, id);
  if (restore.next !== from || restore.finishedAt !== null) {
    throw new DomainError("conflict", `This restore needs line ${restore.next} next, not line ${from}.`);
  }
  const rows: RestoredRow[] = [];
  let { next, sum } = restore;
  let ended = false;
  for (const line of lines) {
    const { content, ...opened } = await openLine(line, next, sum);
    ended = content.end !== undefined;
    if (!ended) rows.push({ line: next, ...rowOf(content, next) });
    ({ sum } = opened);
    next += 1;
  }
  if ((sum === id) !== ended) refuseLine(next - 1, "is not where it ends: the file was cut");
  await writeRestored(db, restore, { next, sum }, rows);
  return { next, done: false };
}

function rowOf({ table, row }: Record<string, unknown>, line: number): Omit<RestoredRow, "line"> {
  const name = BACKUP_TABLES.find((one) => one === table);
  if (!name || typeof row !== "object" || row === null) return refuseLine(line, "is of a table that is not known here");
  return { table: name, row: row as RestoredRow["row"] };
}

function refuseLine(line: number, what: string): never {
  throw new DomainError("invalid", `Line ${line} of the backup ${what}. Take another copy of the file.`, "lines");
}

/**
 * After the last line: writes all projections anew from the ledgers, and so many month-end verdicts of each; the schedule
 * computes the others. Safe to repeat.
 */
export async function finishRestore(db: Database, id: string, now: number, verdicts = Infinity): Promise<RestoreState> {
  const restore = await requireRestore(db, id);
  if (restore.sum !== id) {
    throw new DomainError("conflict", `This restore is not complete: it needs line ${restore.next} next.`);
  }
  await rebuildAll(db, dayOfInstant(now), verdicts);
  await finishRestoreRow(db, id, now);
  return { next: restore.next, done: true };
}
