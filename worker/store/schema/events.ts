import { sql } from "drizzle-orm";
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { AMOUNT_SCOPES, EVENT_REVIEWS, RELIABILITIES } from "../../core/types";

/** The current version of every event, rebuildable from the ledger. */
export const events = sqliteTable(
  "events",
  {
    scenario: text("scenario").notNull(),
    ref: text("ref").notNull(),
    version: integer("version").notNull(),
    status: text("status", { enum: ["active", "retracted"] }).notNull(),
    revision: integer("revision").notNull(),
    /** Place in its commit: of two states of one day the later recorded holds. */
    ordinal: integer("ordinal").notNull(),
    recordedAt: integer("recorded_at").notNull(),
    who: text("who").notNull(),
    date: text("date").notNull(),
    month: text("month").notNull(),
    indicator: text("indicator").notNull(),
    code: text("code"),
    state: text("state"),
    title: text("title").notNull(),
    score10: integer("score10"),
    scoreReason: text("score_reason").notNull(),
    effective10: integer("effective10").notNull(),
    weight100: integer("weight100").notNull(),
    /** |relevance x weight x score|: which events can be among the largest contributions. */
    size: real("size").notNull(),
    amountCents: integer("amount_cents"),
    amountScope: text("amount_scope", { enum: AMOUNT_SCOPES }),
    project: text("project").notNull(),
    plannedFor: text("planned_for"),
    /** JSON list. */
    actors: text("actors").notNull(),
    location: text("location").notNull(),
    sourceTitle: text("source_title").notNull(),
    sourceUrl: text("source_url").notNull(),
    sourcePublished: text("source_published"),
    sourceReliability: text("source_reliability", { enum: RELIABILITIES }).notNull(),
    infoCredibility: integer("info_credibility").notNull(),
    notes: text("notes").notNull(),
    follows: text("follows"),
    clientId: text("client_id"),
    quote: text("quote").notNull().default(""),
    /** Host of the source's address, for the letter last used for it; "" without one. */
    site: text("site").notNull().default(""),
    /** How this version stands with the others who read it. */
    review: text("review", { enum: EVENT_REVIEWS }).notNull().default("unreviewed"),
  },
  (t) => [
    primaryKey({ columns: [t.scenario, t.ref] }),
    index("events_date").on(t.scenario, t.date, t.ref),
    // For lists of one indicator: a rare one would else be looked for in the whole log.
    index("events_indicator").on(t.scenario, t.indicator, t.date, t.ref),
    // For precedents: the newest rows with one code.
    index("events_code").on(t.scenario, t.indicator, t.code, t.date, t.ref),
    index("events_review")
      .on(t.scenario, t.review, t.date, t.ref)
      .where(sql`status = 'active'`),
    index("events_site")
      .on(t.scenario, t.site, t.revision)
      .where(sql`site <> ''`),
    index("events_url")
      .on(t.scenario, t.sourceUrl)
      .where(sql`source_url <> ''`),
    index("events_project")
      .on(t.scenario, t.project)
      .where(sql`project <> ''`),
    index("events_follows")
      .on(t.scenario, t.follows)
      .where(sql`follows is not null`),
    index("events_planned")
      .on(t.scenario, t.plannedFor)
      .where(sql`status = 'active' and planned_for is not null`),
    // Partial indexes keep a view's reads constant: only rows that a picture needs are in them.
    index("events_size")
      .on(t.scenario, t.month, t.size)
      .where(sql`status = 'active' and size > 0`),
    index("events_state")
      .on(t.scenario, t.revision, t.ordinal)
      .where(sql`status = 'active' and state is not null`),
    index("events_amount")
      .on(t.scenario, t.date)
      .where(sql`status = 'active' and amount_cents is not null`),
    uniqueIndex("events_client")
      .on(t.scenario, t.clientId)
      .where(sql`client_id is not null`),
  ],
);

/** The integer rollup of the method's section 12: one row an indicator and month that has events. */
export const monthPoints = sqliteTable(
  "month_points",
  {
    scenario: text("scenario").notNull(),
    indicator: text("indicator").notNull(),
    month: text("month").notNull(),
    n: integer("n").notNull(),
    nScored: integer("n_scored").notNull(),
    sumWS: integer("sum_ws").notNull(),
    sumS: integer("sum_s").notNull(),
    sumWSign: integer("sum_w_sign").notNull(),
    sumWAbs: integer("sum_w_abs").notNull(),
    sumAbs: integer("sum_abs").notNull(),
    sumW: integer("sum_w").notNull(),
    sumVar: integer("sum_var").notNull(),
  },
  (t) => [primaryKey({ columns: [t.scenario, t.indicator, t.month] })],
);

/** How often each codebook entry was logged in a month; the key begins with the month, for a view reads one year's. */
export const monthCodeCounts = sqliteTable(
  "month_code_counts",
  {
    scenario: text("scenario").notNull(),
    month: text("month").notNull(),
    indicator: text("indicator").notNull(),
    code: text("code").notNull(),
    n: integer("n").notNull(),
  },
  (t) => [primaryKey({ columns: [t.scenario, t.month, t.indicator, t.code] })],
);

/** The same by year: what pictures of counts draw. */
export const yearCodes = sqliteTable(
  "year_codes",
  {
    scenario: text("scenario").notNull(),
    year: text("year").notNull(),
    indicator: text("indicator").notNull(),
    code: text("code").notNull(),
    n: integer("n").notNull(),
  },
  (t) => [primaryKey({ columns: [t.scenario, t.year, t.indicator, t.code] })],
);
