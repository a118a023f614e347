import { sql } from "drizzle-orm";
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { LINK_PURPOSES } from "../../core/sharing";

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
    /** Hash of the ledger's head at the view's revision; "" in views that no link shows. */
    headHash: text("head_hash").notNull().default(""),
    /** Ed25519 signature of the canonical bytes in base64, the id of its key, and when it was made; null until signed. */
    signature: text("signature"),
    signingKey: text("signing_key"),
    signedAt: integer("signed_at"),
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

/** The preview image of a frozen view, drawn when its first link is made. */
export const viewImages = sqliteTable("view_images", {
  viewHash: text("view_hash").primaryKey(),
  /** PNG, 1200 x 630. */
  body: blob("body", { mode: "buffer" }).notNull(),
});

/** Public keys that ever signed here; never deleted, so that old links can still be verified. The private key is a secret. */
export const signingKeys = sqliteTable("signing_keys", {
  /** The first 16 hex digits of the SHA-256 of the raw public key. */
  id: text("id").primaryKey(),
  /** 32 bytes in base64. */
  publicKey: text("public_key").notNull(),
  firstUsedAt: integer("first_used_at").notNull(),
});

export const snapshots = sqliteTable(
  "snapshots",
  {
    id: text("id").primaryKey(),
    scenario: text("scenario").notNull(),
    purpose: text("purpose", { enum: LINK_PURPOSES }).notNull().default("publication"),
    /** JSON of SharedFields: what goes along. */
    fields: text("fields")
      .notNull()
      .default('{"sources":true,"monthNote":true,"notes":true,"names":false,"forecasts":false}'),
    /** SHA-256 of the token; the token itself is shown once and kept nowhere. */
    tokenHash: text("token_hash").notNull(),
    /** The frozen view; "" where the link is live. */
    viewHash: text("view_hash").notNull(),
    /** Of the frozen view; where the link is live, of the day it was made. */
    revision: integer("revision").notNull(),
    asOf: text("as_of").notNull(),
    title: text("title").notNull(),
    note: text("note").notNull(),
    createdAt: integer("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    /** From this instant on it opens nothing. */
    expiresAt: integer("expires_at"),
    pausedAt: integer("paused_at"),
    /** HMAC of the passphrase under the instance's secret, hex; null where none is asked for. */
    passphraseMac: text("passphrase_mac"),
    /** How often its Open button may be pressed; null for any number. */
    viewCap: integer("view_cap"),
    opens: integer("opens").notNull().default(0),
    lastOpenedAt: integer("last_opened_at"),
    /** Whether readers may see what changed since. */
    since: integer("since", { mode: "boolean" }).notNull().default(true),
    /** Whether readers of a live link may follow it with its feed and calendar. */
    feeds: integer("feeds", { mode: "boolean" }).notNull().default(false),
    /** JSON list of LinkNotice, oldest first: corrections that a person wrote above the frozen page. */
    notices: text("notices").notNull().default("[]"),
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
