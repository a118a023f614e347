import { and, asc, eq, isNull, lte, or, sql, type SQL } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { BACKUP_TABLES, type BackupHeader, type BackupTable, type Counts, type Heads } from "../core/backup";
import { DomainError } from "../core/errors";
import { toBase64 } from "./base64";
import { columnsOf } from "./bulk";
import type { Database } from "./database";
import * as schema from "./schema";

/** What limits the rows of a backup: its heads and its moment, so that what comes later stays out. */
type Scope = Pick<BackupHeader, "heads" | "until">;

interface Source {
  table: SQLiteTable;
  /** Its primary key, in order. */
  key: SQLiteColumn[];
  /** Rows a query: so few that their bytes fit into a reply. */
  limit: number;
  within: (scope: Scope) => SQL | undefined;
}

const { analysts, commits, entries, saidMonths, scenarios, signingKeys, snapshots, viewFiles, viewImages, views } =
  schema;

const revisions = ({ heads }: Scope): string =>
  JSON.stringify(Object.fromEntries(Object.entries(heads).map(([slug, [revision]]) => [slug, revision])));
const upTo = (scenario: SQLiteColumn, revision: SQLiteColumn) => (scope: Scope) =>
  sql`exists (select 1 from json_each(${revisions(scope)}) h where h.key = ${scenario} and ${revision} <= h.value)`;
const frozen = (scope: Scope) =>
  and(eq(views.kept, true), lte(views.createdAt, scope.until), upTo(views.scenario, views.revision)(scope));
const ofFrozen = (hash: SQLiteColumn) => (scope: Scope) =>
  sql`${hash} in (select ${views.hash} from ${views} where ${frozen(scope)})`;

export const SOURCES: Record<BackupTable, Source> = {
  analysts: { table: analysts, key: [analysts.id], limit: 500, within: ({ until }) => lte(analysts.createdAt, until) },
  signing_keys: {
    table: signingKeys,
    key: [signingKeys.id],
    limit: 500,
    within: ({ until }) => lte(signingKeys.firstUsedAt, until),
  },
  commits: {
    table: commits,
    key: [commits.scenario, commits.revision],
    limit: 500,
    within: upTo(commits.scenario, commits.revision),
  },
  entries: {
    table: entries,
    key: [entries.scenario, entries.revision, entries.ordinal],
    limit: 500,
    within: upTo(entries.scenario, entries.revision),
  },
  views: { table: views, key: [views.hash], limit: 10, within: frozen },
  view_files: {
    table: viewFiles,
    key: [viewFiles.viewHash, viewFiles.part],
    limit: 5,
    within: ofFrozen(viewFiles.viewHash),
  },
  view_images: { table: viewImages, key: [viewImages.viewHash], limit: 10, within: ofFrozen(viewImages.viewHash) },
  said_months: {
    table: saidMonths,
    key: [saidMonths.scenario, saidMonths.month],
    limit: 500,
    // One that was put right after the heads were read stays out, as the ledger's entry of it does.
    within: (scope) =>
      and(
        upTo(saidMonths.scenario, saidMonths.revision)(scope),
        or(isNull(saidMonths.correctedIn), upTo(saidMonths.scenario, saidMonths.correctedIn)(scope)),
      ),
  },
  scenarios: {
    table: scenarios,
    key: [scenarios.slug],
    limit: 50,
    within: (scope) => sql`${scenarios.slug} in (select key from json_each(${revisions(scope)}))`,
  },
  snapshots: {
    table: snapshots,
    key: [snapshots.id],
    limit: 200,
    within: (scope) => and(lte(snapshots.createdAt, scope.until), upTo(snapshots.scenario, snapshots.revision)(scope)),
  },
};

/** Where the ledger of each scenario ends now. */
export async function readHeads(db: Database): Promise<Heads> {
  const [rows] = await db.query.batch([db.query.select().from(scenarios).orderBy(asc(scenarios.slug))]);
  return Object.fromEntries(rows.map(({ slug, headRevision, headHash }) => [slug, [headRevision, headHash]]));
}

/** The newest instant in any row that instants limit; 0 where there is none. */
export async function newestInstant(db: Database): Promise<number> {
  const newest = (column: SQLiteColumn) =>
    db.query.select({ at: sql<number | null>`max(${column})` }).from(column.table);
  const results = await db.query.batch([
    newest(analysts.createdAt),
    newest(signingKeys.firstUsedAt),
    newest(views.createdAt),
    newest(snapshots.createdAt),
  ]);
  return Math.max(0, ...results.map(([row]) => row?.at ?? 0));
}

/** How many rows of each table a backup has. */
export async function countBackup(db: Database, scope: Scope): Promise<Counts> {
  const count = (name: BackupTable) => {
    const { table, within } = SOURCES[name];
    return db.query
      .select({ n: sql<number>`count(*)` })
      .from(table)
      .where(within(scope));
  };
  const [first, ...others] = BACKUP_TABLES;
  const results = await db.query.batch([count(first), ...others.map(count)]);
  return Object.fromEntries(BACKUP_TABLES.map((name, place) => [name, results[place]?.[0]?.n ?? 0])) as Counts;
}

/** Whether texts were removed since: then rows that were read before and after do not belong together. */
export async function redactedSince(db: Database, scope: Scope): Promise<boolean> {
  const later = sql`exists (select 1 from json_each(${revisions(scope)}) h
    where h.key = ${entries.scenario} and ${entries.revision} > h.value)`;
  const [[row]] = await db.query.batch([
    db.query
      .select({ n: sql<number>`count(*)` })
      .from(entries)
      .where(and(eq(entries.kind, "redaction"), later)),
  ]);
  return (row?.n ?? 0) > 0;
}

export interface BackupRows {
  /** As they stand in a backup: by field, bytes in base64. */
  rows: Record<string, unknown>[];
  /** Key of the last one; null when the table ends here. */
  next: (string | number)[] | null;
}

/** The next rows of a table after a key, by a range of its primary key. */
export async function readRows(
  db: Database,
  name: BackupTable,
  scope: Scope,
  after: readonly (string | number)[] | null,
): Promise<BackupRows> {
  const { table, key, limit, within } = SOURCES[name];
  const list = (values: readonly unknown[]) =>
    sql.join(
      values.map((value) => sql`${value}`),
      sql`, `,
    );
  if (after !== null && after.length !== key.length)
    throw new DomainError("invalid", "This is no place in a backup.", "after");
  const beyond = after === null ? undefined : sql`(${list(key)}) > (${list(after)})`;
  const [found] = await db.query.batch([
    db.query
      .select()
      .from(table)
      .where(and(within(scope), beyond))
      .orderBy(...key.map((column) => asc(column)))
      .limit(limit),
  ]);
  const fields = columnsOf(table);
  const keyFields = key.map((column) => fields.find(([, one]) => one === column)?.[0] ?? "");
  const last = found.at(-1) as Record<string, string | number> | undefined;
  return {
    rows: found.map((row) => Object.fromEntries(Object.entries(row).map(([field, value]) => [field, toText(value)]))),
    next: last === undefined || found.length < limit ? null : keyFields.map((field) => last[field] ?? ""),
  };
}

/** Any number of bytes: all at once would be more arguments than a call may have. */
const SLICE = 0x6000;

function toText(value: unknown): unknown {
  if (!(value instanceof ArrayBuffer || ArrayBuffer.isView(value) || Array.isArray(value))) return value;
  const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : Uint8Array.from(value as Uint8Array);
  let text = "";
  // Three bytes are four letters: slices of a multiple of three can be put together.
  for (let from = 0; from < bytes.length; from += SLICE) text += toBase64(bytes.subarray(from, from + SLICE));
  return text;
}
