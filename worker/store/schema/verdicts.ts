import { integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { VERDICT_WORDS } from "../../core/verdict-types";

/**
 * The verdict of each month-end by today's records. A row holds while its inputs hash to the same; a projection, which may
 * be deleted at any time and is computed again.
 */
export const monthVerdicts = sqliteTable(
  "month_verdicts",
  {
    scenario: text("scenario").notNull(),
    month: text("month").notNull(),
    /** Hash of everything that the verdict depends on. */
    inputs: text("inputs").notNull(),
    published: text("published", { enum: VERDICT_WORDS }).notNull(),
    /** MonthVerdict as JSON, packed (`verdict-json.ts`). */
    verdict: text("verdict").notNull(),
  },
  (t) => [primaryKey({ columns: [t.scenario, t.month] })],
);

/** What a month-end was published as when it ended, by the records of then; written by the schedule once the month is over. */
export const saidMonths = sqliteTable(
  "said_months",
  {
    scenario: text("scenario").notNull(),
    month: text("month").notNull(),
    revision: integer("revision").notNull(),
    published: text("published", { enum: VERDICT_WORDS }).notNull(),
    index: real("index").notNull(),
    /** Null in rows of before this was noted. */
    recordedAt: integer("recorded_at"),
    /** The revision in which an owner put a wrong record right; null where it stands as it was made. */
    correctedIn: integer("corrected_in"),
  },
  (t) => [primaryKey({ columns: [t.scenario, t.month] })],
);
