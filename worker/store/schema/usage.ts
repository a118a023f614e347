import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What this instance answered, read and wrote, by the UTC day. */
export const usageDays = sqliteTable("usage_days", {
  /** `2026-11-25`. */
  day: text("day").primaryKey(),
  requests: integer("requests").notNull(),
  rowsRead: integer("rows_read").notNull(),
  rowsWritten: integer("rows_written").notNull(),
});
