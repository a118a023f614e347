import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Backups that were made, and the one that the schedule is writing. */
export const backups = sqliteTable("backups", {
  /** In a bucket, the folder of its parts. */
  id: text("id").primaryKey(),
  startedAt: integer("started_at").notNull(),
  place: text("place", { enum: ["file", "bucket"] }).notNull(),
  /** Null while it is being written. */
  finishedAt: integer("finished_at"),
  bytes: integer("bytes").notNull(),
  lines: integer("lines").notNull(),
  parts: integer("parts").notNull(),
  /** JSON: the revision of each scenario. */
  revisions: text("revisions").notNull(),
  /** BackupCursor as JSON: where the next run goes on; null once finished. */
  cursor: text("cursor"),
});

/** Restores, begun or done: one that was interrupted goes on at its next line. */
export const restores = sqliteTable("restores", {
  /** The check sum of the backup's last line. */
  id: text("id").primaryKey(),
  startedAt: integer("started_at").notNull(),
  finishedAt: integer("finished_at"),
  /** Number of the first line that is not in yet. */
  next: integer("next").notNull(),
  /** Check sum of the line before it. */
  sum: text("sum").notNull(),
});
