import { drizzle, type DrizzleD1Database } from "drizzle-orm/d1";

/** What a request cost, as D1 bills it. */
export interface Usage {
  rowsRead: number;
  rowsWritten: number;
  queries: number;
}

export interface Database {
  /** Reads: build with Drizzle, run with `query.batch([...])` so that they are counted; one table a select. */
  query: DrizzleD1Database;
  /** Writes: prepare with SQL, run with `write` as one atomic batch. */
  d1: D1Database;
  usage: Usage;
}

/**
 * Drizzle's plain selects hide what they cost; only `batch` reports it. So every access goes through a batch, and
 * this wrapper adds up what each one read and wrote.
 */
export function openDatabase(binding: D1Database): Database {
  const usage: Usage = { rowsRead: 0, rowsWritten: 0, queries: 0 };
  const countedBatch: D1Database["batch"] = async (statements) => {
    const results = await binding.batch(statements);
    for (const { meta } of results) {
      usage.rowsRead += meta.rows_read;
      usage.rowsWritten += meta.rows_written;
      usage.queries += 1;
    }
    return results as never;
  };
  const d1 = new Proxy(binding, {
    get(target, property) {
      if (property === "batch") return countedBatch;
      const member: unknown = Reflect.get(target, property);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
  return { query: drizzle(d1), d1, usage };
}

/** The database's own words: Drizzle wraps an error outside a batch, inside one it comes bare. */
export function databaseMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

/** Two writers raced for a revision and this one lost; its whole batch was rolled back. */
export function isRevisionTaken(error: unknown): boolean {
  return databaseMessage(error).includes("revision taken");
}

/** A batch began with a check that what was read before still holds, and it did not: its statement fails with these words. */
export function isOutdated(error: unknown): boolean {
  return databaseMessage(error).includes("malformed JSON");
}
