import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** One row a scenario: the frozen registration and the head of its ledger. */
export const scenarios = sqliteTable("scenarios", {
  slug: text("slug").primaryKey(),
  /** The normalised registration as JSON; the ledger's first entry holds the same document. */
  registration: text("registration").notNull(),
  version: integer("version").notNull(),
  headRevision: integer("head_revision").notNull(),
  headHash: text("head_hash").notNull(),
  /** How the next reference is made: `PKRU-` and 200 give `PKRU-0200`. */
  refPrefix: text("ref_prefix"),
  nextRef: integer("next_ref").notNull(),
  createdAt: integer("created_at").notNull(),
});

/** Numbered, hash-chained commits. The primary key is where two writers racing for a revision collide. */
export const commits = sqliteTable(
  "commits",
  {
    scenario: text("scenario").notNull(),
    revision: integer("revision").notNull(),
    who: text("who").notNull(),
    at: integer("at").notNull(),
    reason: text("reason").notNull(),
    entryCount: integer("entry_count").notNull(),
    /** Cumulative counts of event entries by what they did, up to and with this commit. */
    recorded: integer("recorded").notNull(),
    corrected: integer("corrected").notNull(),
    retracted: integer("retracted").notNull(),
    previous: text("previous").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.scenario, t.revision] }),
    // For "my last commit", which can be taken back.
    index("commits_who").on(t.scenario, t.who, t.revision),
  ],
);

/** Everything anybody said, in order, never changed. Free texts stand apart so that they can be redacted. */
export const entries = sqliteTable(
  "entries",
  {
    scenario: text("scenario").notNull(),
    revision: integer("revision").notNull(),
    ordinal: integer("ordinal").notNull(),
    kind: text("kind").notNull(),
    subject: text("subject").notNull(),
    version: integer("version").notNull(),
    op: text("op").notNull(),
    /** Canonical JSON; holds the digests of the texts. */
    payload: text("payload").notNull(),
    /** JSON: field -> [salt, text]. */
    texts: text("texts").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.scenario, t.revision, t.ordinal] }),
    uniqueIndex("entries_subject").on(t.scenario, t.kind, t.subject, t.version),
  ],
);

export const attestations = sqliteTable(
  "attestations",
  {
    scenario: text("scenario").notNull(),
    month: text("month").notNull(),
    version: integer("version").notNull(),
    status: text("status", { enum: ["active", "retracted"] }).notNull(),
    revision: integer("revision").notNull(),
    note: text("note").notNull(),
    inferred: integer("inferred", { mode: "boolean" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.scenario, t.month] })],
);

export const propositions = sqliteTable(
  "propositions",
  {
    scenario: text("scenario").notNull(),
    id: text("id").notNull(),
    position: integer("position").notNull(),
    version: integer("version").notNull(),
    revision: integer("revision").notNull(),
    /** Proposition as JSON. */
    content: text("content").notNull(),
    /** Outcome as JSON; null while none is recorded. */
    outcome: text("outcome"),
    outcomeVersion: integer("outcome_version").notNull(),
  },
  (t) => [primaryKey({ columns: [t.scenario, t.id] })],
);

export const evidence = sqliteTable(
  "evidence",
  {
    scenario: text("scenario").notNull(),
    proposition: text("proposition").notNull(),
    event: text("event").notNull(),
    version: integer("version").notNull(),
    revision: integer("revision").notNull(),
    status: text("status", { enum: ["active", "retracted"] })
      .notNull()
      .default("active"),
    likelihoodRatio: text("likelihood_ratio").notNull(),
    cluster: text("cluster"),
    rivalExplanation: text("rival_explanation").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.scenario, t.proposition, t.event] }),
    index("evidence_event").on(t.scenario, t.event),
  ],
);

/** What analysts forecast, by the server's clock; each forecast is an entry, and the latest of a day counts. */
export const forecasts = sqliteTable(
  "forecasts",
  {
    scenario: text("scenario").notNull(),
    proposition: text("proposition").notNull(),
    analyst: text("analyst").notNull(),
    /** Place among the analyst's forecasts of this proposition. */
    version: integer("version").notNull(),
    revision: integer("revision").notNull(),
    recordedAt: integer("recorded_at").notNull(),
    probability: real("probability").notNull(),
  },
  (t) => [primaryKey({ columns: [t.scenario, t.proposition, t.analyst, t.version] })],
);
