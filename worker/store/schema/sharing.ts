import { sql } from "drizzle-orm";
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** Stored ScenarioViews by content: the newest as a cache, and for good what a snapshot froze. */
export const views = sqliteTable(
  "views",
  {
    /** SHA-256 of the canonical bytes, hex. */
    hash: text("hash").primaryKey(),
    scenario: text("scenario").notNull(),
    revision: integer("revision").notNull(),
    asOf: text("as_of").notNull(),
    /** The canonical bytes, gzipped. */
    body: blob("body", { mode: "buffer" }).notNull(),
    /** A snapshot shows it: never to be deleted. */
    kept: integer("kept", { mode: "boolean" }).notNull(),
    createdAt: integer("created_at").notNull(),
    /** JSON list of the hashes that it had before texts were removed from it, oldest first. */
    earlierHashes: text("earlier_hashes").notNull().default("[]"),
  },
  (t) => [
    index("views_loose")
      .on(t.scenario, t.revision)
      .where(sql`kept = 0`),
  ],
);

/** Which stored view answers a question (as-of date, revision, today, generator), so that a warm view is three rows. */
export const viewCache = sqliteTable(
  "view_cache",
  {
    scenario: text("scenario").notNull(),
    question: text("question").notNull(),
    /** The head of the ledger when it was answered; a newer head makes the answer stale. */
    head: integer("head").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [primaryKey({ columns: [t.scenario, t.question] })],
);

/** A frozen view's own events.csv, gzipped, in parts that stay below D1's limit of 2,000,000 bytes a value. */
export const viewFiles = sqliteTable(
  "view_files",
  {
    viewHash: text("view_hash").notNull(),
    part: integer("part").notNull(),
    body: blob("body", { mode: "buffer" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.viewHash, t.part] })],
);

export const snapshots = sqliteTable(
  "snapshots",
  {
    id: text("id").primaryKey(),
    scenario: text("scenario").notNull(),
    /** SHA-256 of the token; the token itself is shown once and kept nowhere. */
    tokenHash: text("token_hash").notNull(),
    viewHash: text("view_hash").notNull(),
    revision: integer("revision").notNull(),
    asOf: text("as_of").notNull(),
    title: text("title").notNull(),
    note: text("note").notNull(),
    createdAt: integer("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    withdrawnAt: integer("withdrawn_at"),
    withdrawnBy: text("withdrawn_by"),
    withdrawnReason: text("withdrawn_reason").notNull(),
  },
  (t) => [
    uniqueIndex("snapshots_token").on(t.tokenHash),
    index("snapshots_scenario").on(t.scenario, t.createdAt),
    index("snapshots_view").on(t.viewHash),
  ],
);
