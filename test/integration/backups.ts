/** Backups as tests make and restore them. */
import { env } from "cloudflare:workers";
import { now as suiteNow } from "../clock";
import { readBackup } from "../../worker/actions/read-backup";
import { beginRestore, finishRestore, restoreLines } from "../../worker/actions/restore-backup";
import type { BackupCursor } from "../../worker/core/backup";
import { api, database } from "./harness";
import { freshDatabase } from "./fresh";

/** Some lines at a time, as a restore sends them. */
export const AT_A_TIME = 100;

/** The lines of a backup of this instance. */
export async function backupLines(now = suiteNow()): Promise<string[]> {
  const lines: string[] = [];
  let cursor: BackupCursor | null = null;
  do {
    const page = await readBackup(database(), now, cursor, env.LINK_SECRET);
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

export interface Page {
  lines: string[];
  next: string | null;
}

export async function post<T>(
  key: string,
  path: string,
  body?: object,
): Promise<T & { status: number; detail?: string }> {
  const response = await api("POST", path, { key, ...(body && { body }) });
  return { ...(await response.json<T>()), status: response.status };
}

/** A backup as a script reads it from a deployed instance. */
export async function backupPages(key: string): Promise<string[][]> {
  const found: string[][] = [];
  for (let after: string | null = null, more = true; more; more = after !== null) {
    const page: Page & { status: number; detail?: string } = await post<Page>(key, "/backup", { after });
    if (page.status !== 200) throw new Error(page.detail);
    found.push(page.lines);
    after = page.next;
  }
  return found;
}

/** Takes a backup into a deployed instance, as a script does; up to `until` lines, and leaves it there, where it is given. */
export async function restoreByApi(
  key: string,
  lines: readonly string[],
  until = Infinity,
): Promise<{ next: number; done: boolean; status: number }> {
  const id = idOf(lines);
  let state = await post<{ next: number; done: boolean }>(key, "/restores", { id, header: lines[0] });
  while (state.status === 200 && state.next <= Math.min(until, lines.length)) {
    const from = state.next;
    state = await post(key, `/restores/${id}/lines`, { from, lines: lines.slice(from - 1, from + 149) });
  }
  if (state.status !== 200) throw new Error(state.detail);
  return until === Infinity ? post(key, `/restores/${id}/finish`) : state;
}
