import { drizzle, type DrizzleD1Database } from "drizzle-orm/d1";
import { tallyRows } from "./usage";

/** What a request cost, as D1 bills it. */
export interface Usage {
  rowsRead: number;
  rowsWritten: number;
  queries: number;
  /** Milliseconds that the database itself worked, without the way there and back. */
  ms: number;
}

export interface Database {
  /** Reads: build with Drizzle, run with `query.batch([...])` so that they are counted; one table a select. */
  query: DrizzleD1Database;
  /** Writes: prepare with SQL, run with `write` as one atomic batch. */
  d1: D1Database;
  usage: Usage;
}

const READS = new Set(["GET", "HEAD"]);

/**
 * The database for one request of an HTTP method, which reads the newest rows also where D1 has replicas. In a read the
 * first query, which decides who may pass, asks the primary; its bookmark then binds the others to what the primary knew. So
 * people read their own writes, and what is revoked stops at once. A write asks the primary alone: it starts again when
 * another came first, and must then see what that one left, which no bookmark of its own covers. See docs/scale.md.
 */
export function openForRequest(binding: D1Database, method: string): Database {
  return READS.has(method) ? openDatabase(binding, binding.withSession("first-primary")) : openDatabase(binding);
}

/**
 * Drizzle's plain selects hide what they cost; only `batch` reports it. So every access goes through a batch, and
 * this wrapper adds up what each one read and wrote. Without a session every query asks the primary.
 */
export function openDatabase(binding: D1Database, asked: Pick<D1Database, "prepare" | "batch"> = binding): Database {
  const usage: Usage = { rowsRead: 0, rowsWritten: 0, queries: 0, ms: 0 };
  const countedBatch: D1Database["batch"] = async (statements) => {
    const results = await asked.batch(statements);
    for (const { meta } of results) {
      usage.rowsRead += meta.rows_read;
      usage.rowsWritten += meta.rows_written;
      usage.queries += 1;
      usage.ms += meta.duration;
      tallyRows(meta.rows_read, meta.rows_written);
    }
    return results as never;
  };
  const d1 = new Proxy(binding, {
    get(target, property) {
      if (property === "batch") return countedBatch;
      if (property === "prepare") return asked.prepare.bind(asked);
      const member: unknown = Reflect.get(target, property);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
  return { query: drizzle(d1), d1, usage };
}

/** Whether a statement with RETURNING wrote a row of its own; `meta.changes` counts what triggers wrote beside it. */
export function wrote(result: Pick<D1Result, "results"> | undefined): boolean {
  return (result?.results.length ?? 0) > 0;
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

const OUTDATED = "what was read is outdated";

/**
 * The first statement of a batch that may only be written while a condition still holds: else it fails, and the batch with
 * it. SQLite lets only a trigger say words of its own; a path that is none is quoted in the error, and no data can be it.
 */
export function requireStill(d1: D1Database, condition: string, ...values: unknown[]): D1PreparedStatement {
  return d1.prepare(`SELECT CASE WHEN ${condition} THEN 1 ELSE json_extract('{}', '${OUTDATED}') END`).bind(...values);
}

/** A batch began with `requireStill`, and it did not hold any more. */
export function isOutdated(error: unknown): boolean {
  return databaseMessage(error).includes(OUTDATED);
}
