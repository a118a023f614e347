import { integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { VERDICT_WORDS } from "../../core/verdict-types";

/** A verdict as a row holds it. A projection, which may be deleted at any time and is computed again. */
const verdictColumns = () => ({
  scenario: text("scenario").notNull(),
  month: text("month").notNull(),
  /** Hash of everything that the verdict depends on: a row holds while its inputs hash to the same. */
  inputs: text("inputs").notNull(),
  published: text("published", { enum: VERDICT_WORDS }).notNull(),
  /** MonthVerdict as JSON, packed (`verdict-json.ts`). */
  verdict: text("verdict").notNull(),
});

/** The settled verdict of each month-end: all of one revision, the last at which none was left to be computed. */
export const monthVerdicts = sqliteTable(
  "month_verdicts",
  {
    ...verdictColumns(),
    /** Whose records the row was settled by; 0 in rows of before this was noted. */
    revision: integer("revision").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.scenario, t.month] })],
);

/** Newer verdicts of a recalculation that goes on block by block; they take the place of the settled ones together. */
export const settlingVerdicts = sqliteTable(
  "settling_verdicts",
  {
    ...verdictColumns(),
    /** The revision from which on it goes. */
    since: integer("since").notNull(),
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
