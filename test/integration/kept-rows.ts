import { getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { env } from "cloudflare:workers";
import { insertRows } from "../../worker/store/bulk";
import { openDatabase } from "../../worker/store/database";
import * as schema from "../../worker/store/schema";
import { now } from "../clock";

const TABLES: SQLiteTable[] = Object.values(schema).flatMap((one) => (is(one, SQLiteTable) ? [one] : []));
/** A set-up is as good as a new one for so long: times in it are not compared more closely. */
const FRESH_MS = 300_000;

interface Kept<T> {
  at: number;
  result: T;
  /** What writes its rows again. */
  statements: D1PreparedStatement[];
}

/** Asked in one round trip: every test that shares a set-up asks it. */
async function isEmpty(): Promise<boolean> {
  const found = TABLES.map((table) => `EXISTS (SELECT 1 FROM "${getTableName(table)}")`).join(" OR ");
  return (await env.DB.prepare(`SELECT ${found} AS found`).first("found")) === 0;
}

async function allRows(): Promise<[SQLiteTable, Record<string, unknown>[]][]> {
  const { query } = openDatabase(env.DB);
  const found = await Promise.all(
    TABLES.map(async (table): Promise<[SQLiteTable, Record<string, unknown>[]]> => [
      table,
      await query.select().from(table),
    ]),
  );
  return found.filter(([, rows]) => rows.length > 0);
}

/**
 * The same set-up for each test of a file, made once: later tests get its rows. One with rows of its own, or with another
 * clock, has it made anew.
 */
export function sharedSetUp<T>(make: () => Promise<T>): () => Promise<T> {
  let kept: Kept<T> | null = null;
  return async () => {
    if (!(await isEmpty())) return make();
    if (kept === null || Math.abs(now() - kept.at) > FRESH_MS) {
      const result = await make();
      const rows = await allRows();
      kept = { at: now(), result, statements: rows.flatMap(([table, some]) => insertRows(env.DB, table, some)) };
      return result;
    }
    await env.DB.batch(kept.statements);
    return kept.result;
  };
}
