import { desc, eq, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { BackupTable } from "../core/backup";
import { DomainError } from "../core/errors";
import { SOURCES } from "./backup-rows";
import { fromBase64 } from "./base64";
import { columnsOf, insertRows } from "./bulk";
import { databaseMessage, isOutdated, requireStill, type Database } from "./database";
import { makeRoom } from "./restored-people";
import { commits, restores, scenarios, snapshots, views } from "./schema";

export type RestoreRow = typeof restores.$inferSelect;
type Row = Record<string, unknown>;

export interface RestoredRow {
  /** Number of its line. */
  line: number;
  table: BackupTable;
  row: Row;
}

export async function findRestore(db: Database, id: string): Promise<RestoreRow | null> {
  const [[row]] = await db.query.batch([db.query.select().from(restores).where(eq(restores.id, id))]);
  return row ?? null;
}

/** The newest restore into this instance, begun or done; null where there was none. */
export async function lastRestore(db: Database): Promise<RestoreRow | null> {
  const [[row]] = await db.query.batch([db.query.select().from(restores).orderBy(desc(restores.startedAt)).limit(1)]);
  return row ?? null;
}

/** Whether nothing is in this instance that a backup holds, people aside. */
export async function isEmpty(db: Database): Promise<boolean> {
  for (const table of [scenarios, commits, snapshots, views]) {
    const [rows] = await db.query.batch([
      db.query
        .select({ one: sql<number>`1` })
        .from(table)
        .limit(1),
    ]);
    if (rows.length > 0) return false;
  }
  return true;
}

export async function storeRestore(db: Database, row: RestoreRow): Promise<void> {
  await db.d1.batch(insertRows(db.d1, restores, [row]));
}

export async function finishRestoreRow(db: Database, id: string, at: number): Promise<void> {
  await db.d1.batch([db.d1.prepare("UPDATE restores SET finished_at = ?2 WHERE id = ?1").bind(id, at)]);
}

/** Writes the rows of some lines and notes how far the restore is, all or nothing. */
export async function writeRestored(
  db: Database,
  from: RestoreRow,
  to: Pick<RestoreRow, "next" | "sum">,
  rows: RestoredRow[],
): Promise<void> {
  const { d1 } = db;
  const byTable = Map.groupBy(rows, ({ table }) => table);
  const room = await makeRoom(
    db,
    (byTable.get("analysts") ?? []).map(({ row }) => row),
  );
  const inserts = [...byTable].flatMap(([table, all]) => statementsOf(d1, table, all.map(filled)));
  try {
    await d1.batch([
      requireStill(d1, "(SELECT next FROM restores WHERE id = ?1) = ?2", from.id, from.next),
      ...room,
      ...inserts,
      d1.prepare("UPDATE restores SET next = ?2, sum = ?3 WHERE id = ?1").bind(from.id, to.next, to.sum),
    ]);
  } catch (error) {
    if (isOutdated(error)) {
      throw new DomainError("conflict", "Another restore of the same backup is under way. Let one of them end.");
    }
    if (!/constraint|revision taken|cannot store/i.test(databaseMessage(error))) throw error;
    throw new DomainError(
      "invalid",
      `A row of the lines ${from.next} to ${to.next - 1} does not fit what is here. Restore into an empty Signpost.`,
      "lines",
    );
  }
}

/** A row with the default of every column that came after the backup. */
function filled({ line, table, row }: RestoredRow): Row {
  const columns = columnsOf(SOURCES[table].table);
  const known = new Set(columns.map(([field]) => field));
  const strange = Object.keys(row).find((field) => !known.has(field));
  if (strange !== undefined) {
    throw new DomainError(
      "invalid",
      `Line ${line} of the backup has a field that this version does not know. Restore with the version that made it, or a newer one.`,
      "lines",
    );
  }
  if (columns.some(([field, column]) => !fits(row[field], column.getSQLType() === "blob"))) {
    throw new DomainError("invalid", `Line ${line} of the backup holds a value that does not fit its field.`, "lines");
  }
  const value = (field: string, standard: unknown, isBlob: boolean): unknown =>
    isBlob ? fromBase64(String(row[field])) : (row[field] ?? standard ?? null);
  return Object.fromEntries(
    columns.map(([field, column]) => [field, value(field, column.default, column.getSQLType() === "blob")]),
  );
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Whether a value is one that a column may hold: of its type in detail, the database says. */
function fits(value: unknown, isBlob: boolean): boolean {
  if (isBlob) return typeof value === "string" && value.length % 4 === 0 && BASE64.test(value);
  return value === undefined || value === null || ["string", "number", "boolean"].includes(typeof value);
}

function statementsOf(d1: D1Database, name: BackupTable, rows: Row[]): D1PreparedStatement[] {
  const { table } = SOURCES[name];
  if (columnsOf(table).some(([, column]) => column.getSQLType() === "blob")) return blobStatements(d1, name, rows);
  return insertRows<SQLiteTable>(d1, table, rows, name === "signing_keys" ? "DO NOTHING" : "");
}

/** Bytes cannot travel in a JSON parameter. */
function blobStatements(d1: D1Database, name: BackupTable, rows: Row[]): D1PreparedStatement[] {
  const columns = columnsOf(SOURCES[name].table);
  const names = columns.map(([, column]) => `"${column.name}"`).join(", ");
  const places = columns.map((_, place) => `?${place + 1}`).join(", ");
  const statement = d1.prepare(`INSERT INTO "${name}" (${names}) VALUES (${places})`);
  const bound = (value: unknown): unknown => (typeof value === "boolean" ? Number(value) : value);
  return rows.map((row) => statement.bind(...columns.map(([field]) => bound(row[field]))));
}
