import { getTableColumns, getTableName, type InferInsertModel } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";

/** Well below D1's 2,000,000 bytes a value, which is not enforced locally. */
const MAX_CHUNK_BYTES = 500_000;

const encoder = new TextEncoder();

/** Cuts JSON texts into lists whose JSON stays within `limit` bytes of UTF-8; one longer text gets a list of its own. */
export function chunkJson(items: string[], limit = MAX_CHUNK_BYTES): string[] {
  const chunks: string[] = [];
  let current: string[] = [];
  let size = 2;
  for (const item of items) {
    const bytes = encoder.encode(item).length + 1;
    if (current.length > 0 && size + bytes > limit) {
      chunks.push(`[${current.join(",")}]`);
      current = [];
      size = 2;
    }
    current.push(item);
    size += bytes;
  }
  if (current.length > 0) chunks.push(`[${current.join(",")}]`);
  return chunks;
}

/** A table's columns with the names of their fields, in order. */
export function columnsOf(table: SQLiteTable): [string, SQLiteColumn][] {
  return Object.entries(getTableColumns(table)) as [string, SQLiteColumn][];
}

/**
 * Inserts any number of rows with one JSON parameter a statement: D1 allows 100 bound parameters, which a dozen
 * columns use up in eight rows. `onConflict` is the SQL after ON CONFLICT, such as `DO NOTHING`.
 */
export function insertRows<T extends SQLiteTable>(
  d1: D1Database,
  table: T,
  rows: InferInsertModel<T>[],
  onConflict = "",
): D1PreparedStatement[] {
  const columns = columnsOf(table);
  const names = columns.map(([, column]) => `"${column.name}"`).join(", ");
  const values = columns.map((_, position) => `json_extract(value, '$[${position}]')`).join(", ");
  const conflict = onConflict === "" ? "" : ` WHERE true ON CONFLICT ${onConflict}`;
  // Materialised, or every json_extract would parse the row out of the whole list again: half the time of an import.
  const statement = `WITH r(value) AS MATERIALIZED (SELECT value FROM json_each(?1))
    INSERT INTO "${getTableName(table)}" (${names}) SELECT ${values} FROM r${conflict}`;
  const write = rowWriter(table);
  return chunkJson(rows.map(write)).map((json) => d1.prepare(statement).bind(json));
}

/** Writes rows of a table as JSON lists, their columns in order. */
export function rowWriter<T extends SQLiteTable>(table: T): (row: InferInsertModel<T>) => string {
  const columns = columnsOf(table);
  return (row) => {
    const record = row as Record<string, unknown>;
    return JSON.stringify(columns.map(([field, column]) => toSql(column, record[field])));
  };
}

function toSql(column: SQLiteColumn, value: unknown): unknown {
  return value === undefined || value === null ? null : column.mapToDriverValue(value);
}

/** `"a" = excluded."a", ...` for every column but the key's: an upsert that replaces the row. */
export function replaceColumns(table: SQLiteTable, key: string[]): string {
  return columnsOf(table)
    .filter(([field]) => !key.includes(field))
    .map(([, column]) => `"${column.name}" = excluded."${column.name}"`)
    .join(", ");
}

/** `"n" = t."n" + excluded."n", ...`: an upsert that adds integer deltas. */
export function addColumns(table: SQLiteTable, key: string[]): string {
  const name = getTableName(table);
  return columnsOf(table)
    .filter(([field]) => !key.includes(field))
    .map(([, column]) => `"${column.name}" = "${name}"."${column.name}" + excluded."${column.name}"`)
    .join(", ");
}
