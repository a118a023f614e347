import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { JUDGEMENTS, RELIABILITIES } from "../../core/types";

/** Which version stands, since when, and whether it was taken back. */
const standing = () => ({
  version: integer("version").notNull(),
  status: text("status", { enum: ["active", "retracted"] }).notNull(),
  revision: integer("revision").notNull(),
  recordedAt: integer("recorded_at").notNull(),
});

/** Further sources of events, rebuildable from the ledger, as is every table here. */
export const reports = sqliteTable(
  "reports",
  {
    scenario: text("scenario").notNull(),
    event: text("event").notNull(),
    number: integer("number").notNull(),
    ...standing(),
    who: text("who").notNull(),
    sourceTitle: text("source_title").notNull(),
    sourceUrl: text("source_url").notNull(),
    sourcePublished: text("source_published"),
    sourceReliability: text("source_reliability", { enum: RELIABILITIES }).notNull(),
    infoCredibility: integer("info_credibility").notNull(),
    quote: text("quote").notNull(),
  },
  (t) => [primaryKey({ columns: [t.scenario, t.event, t.number] })],
);

/** The latest that each analyst holds of each event. */
export const reviews = sqliteTable(
  "reviews",
  {
    scenario: text("scenario").notNull(),
    event: text("event").notNull(),
    analyst: text("analyst").notNull(),
    ...standing(),
    eventVersion: integer("event_version").notNull(),
    judgement: text("judgement", { enum: JUDGEMENTS }).notNull(),
    sourceReliability: text("source_reliability", { enum: RELIABILITIES }).notNull(),
    infoCredibility: integer("info_credibility").notNull(),
    blind: integer("blind", { mode: "boolean" }).notNull(),
    comment: text("comment").notNull(),
  },
  (t) => [primaryKey({ columns: [t.scenario, t.event, t.analyst] })],
);

export const comments = sqliteTable(
  "comments",
  {
    scenario: text("scenario").notNull(),
    event: text("event").notNull(),
    number: integer("number").notNull(),
    ...standing(),
    who: text("who").notNull(),
    text: text("text").notNull(),
  },
  (t) => [primaryKey({ columns: [t.scenario, t.event, t.number] })],
);

/** The analysts' note of each month, as it stands. */
export const notes = sqliteTable(
  "notes",
  {
    scenario: text("scenario").notNull(),
    month: text("month").notNull(),
    ...standing(),
    who: text("who").notNull(),
    text: text("text").notNull(),
    closes: integer("closes", { mode: "boolean" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.scenario, t.month] })],
);

/** How many current events are agreed or disputed: one row a scenario, so that a view need not count events. */
export const reviewCounts = sqliteTable("review_counts", {
  scenario: text("scenario").primaryKey(),
  agreed: integer("agreed").notNull(),
  disputed: integer("disputed").notNull(),
});
