import {
  BACKUP_FORMAT,
  BACKUP_TABLES,
  lineCount,
  type BackupCursor,
  type BackupHeader,
  type BackupTable,
} from "../core/backup";
import { DomainError } from "../core/errors";
import { sealLine } from "../store/backup-lines";
import { withMac } from "../store/backup-mac";
import { countBackup, newestInstant, readHeads, readRows, redactedSince } from "../store/backup-rows";
import type { Database } from "../store/database";
import { lastRestore } from "../store/restore-rows";

const encoder = new TextEncoder();

/** A page ends with the query that takes it past this many letters. */
const PAGE_LETTERS = 400_000;

export interface BackupPage {
  lines: string[];
  /** Null after the last line. */
  next: BackupCursor | null;
  /** Where this page ends. */
  end: Pick<BackupCursor, "at" | "heads" | "line" | "sum" | "bytes">;
}

/** What a backup of this moment would hold. */
export async function backupHeader(db: Database, at: number): Promise<BackupHeader> {
  const restore = await lastRestore(db);
  if (restore !== null && restore.finishedAt === null) {
    throw new DomainError(
      "conflict",
      "A restore into this Signpost is not finished. Finish it first: `npm run restore` with the same file goes on.",
    );
  }
  const heads = await readHeads(db);
  const until = Math.max(at, await newestInstant(db));
  return { format: BACKUP_FORMAT, at, until, heads, counts: await countBackup(db, { heads, until }) };
}

/**
 * One page of a backup, so small that no request is long. All pages together stand at the revisions of the first: what is
 * written meanwhile stays out. Where that is not possible, after a redaction above all, the last page is refused. The last
 * line has the MAC by `secret`.
 */
export async function readBackup(
  db: Database,
  now: number,
  cursor: BackupCursor | null,
  secret: string | undefined,
): Promise<BackupPage> {
  const lines: string[] = [];
  let letters = 0;
  const begun = cursor ?? { ...(await backupHeader(db, now)), table: 0, after: null, line: 0, sum: "", bytes: 0 };
  let { table, after, line, sum, bytes } = begun;
  const { at, until, heads, counts } = begun;
  const write = async (content: object): Promise<void> => {
    const sealed = await sealLine(sum, content);
    line += 1;
    lines.push(sealed.line);
    letters += sealed.line.length;
    bytes += encoder.encode(sealed.line).length + 1;
    ({ sum } = sealed);
  };
  if (line === 0) await write({ n: 1, header: { format: BACKUP_FORMAT, at, until, heads, counts } });
  for (let name = BACKUP_TABLES[table]; name !== undefined; name = BACKUP_TABLES[table]) {
    if (letters > PAGE_LETTERS) {
      const next = { at, until, heads, counts, table, after, line, sum, bytes };
      return { lines, next, end: next };
    }
    const { rows, next } = await readRows(db, name, begun, after);
    for (const row of rows)
      await write({ n: line + 1, table: name, row: name === "scenarios" ? asOfHead(row, begun) : row });
    after = next;
    if (next === null) table += 1;
  }
  await requireUnmoved(db, begun, line);
  await write(await withMac(secret, sum, { n: line + 1, end: { lines: line + 1, counts } }));
  return { lines, next: null, end: { at, heads, line, sum, bytes } };
}

/** A scenario as it was at the backup's head: its ledger may have grown since. */
function asOfHead(row: Record<string, unknown>, { heads }: Pick<BackupCursor, "heads">): Record<string, unknown> {
  const slug = String(row.slug);
  const own = Object.hasOwn(heads, slug) ? heads[slug] : undefined;
  const [headRevision, headHash] = own ?? [row.headRevision, row.headHash];
  return { ...row, headRevision, headHash };
}

async function requireUnmoved(db: Database, cursor: BackupCursor, line: number): Promise<void> {
  const counts = await countBackup(db, cursor);
  const moved = (Object.keys(counts) as BackupTable[]).some((name) => counts[name] !== cursor.counts[name]);
  if (!moved && line + 1 === lineCount(counts) && !(await redactedSince(db, cursor))) return;
  throw new DomainError(
    "conflict",
    "Texts were removed, links made or records of month-ends put right while the backup was read. Make the backup again.",
  );
}
