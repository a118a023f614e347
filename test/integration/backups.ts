/** Backups as tests make and restore them. */
import { now as suiteNow } from "../clock";
import { readBackup } from "../../worker/actions/read-backup";
import { beginRestore, finishRestore, restoreLines } from "../../worker/actions/restore-backup";
import type { BackupCursor } from "../../worker/core/backup";
import { database } from "./harness";
import { freshDatabase } from "./fresh";

/** Some lines at a time, as a restore sends them. */
export const AT_A_TIME = 100;

/** The lines of a backup of this instance. */
export async function backupLines(now = suiteNow()): Promise<string[]> {
  const lines: string[] = [];
  let cursor: BackupCursor | null = null;
  do {
    const page = await readBackup(database(), now, cursor);
    lines.push(...page.lines);
    // As JSON: so it travels.
    cursor = JSON.parse(JSON.stringify(page.next));
  } while (cursor !== null);
  return lines;
}

/** The check sum of the last line, by which a restore goes. */
export function idOf(lines: readonly string[]): string {
  return JSON.parse(lines.at(-1) ?? "{}").sum;
}

export async function emptyInstance(): Promise<void> {
  await freshDatabase();
}

/** Restores up to `until` lines and leaves it there; all of them, and the end, without. */
export async function restore(lines: readonly string[], until = Infinity): Promise<void> {
  const db = database();
  const id = idOf(lines);
  let { next } = await beginRestore(db, suiteNow(), id, lines[0] ?? "");
  while (next <= Math.min(until, lines.length)) {
    ({ next } = await restoreLines(db, id, next, lines.slice(next - 1, next - 1 + AT_A_TIME)));
  }
  if (until === Infinity) await finishRestore(db, id, suiteNow());
}
