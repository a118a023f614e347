import { is } from "drizzle-orm";
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
  rows: [SQLiteTable, Record<string, unknown>[]][];
}

async function allRows(): Promise<Kept<unknown>["rows"]> {
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
    if ((await allRows()).length > 0) return make();
    if (kept === null || Math.abs(now() - kept.at) > FRESH_MS) {
      const result = await make();
      kept = { at: now(), result, rows: await allRows() };
      return result;
    }
    await env.DB.batch(kept.rows.flatMap(([table, rows]) => insertRows(env.DB, table, rows)));
    return kept.result;
  };
}
