import { integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

export const ACCESS_ROLES = ["owner", "analyst", "viewer"] as const;

export const analysts = sqliteTable(
  "analysts",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    role: text("role", { enum: ACCESS_ROLES }).notNull(),
    disabledAt: integer("disabled_at"),
    createdAt: integer("created_at").notNull(),
    /** By which Cloudflare Access knows the person, in lower case; null for whoever signs in here. */
    email: text("email"),
  },
  (t) => [uniqueIndex("analysts_name").on(t.name, t.role), uniqueIndex("analysts_email").on(t.email)],
);

/** Bearer keys: 256 random bits, shown once, stored as SHA-256. */
export const accessKeys = sqliteTable("access_keys", {
  hash: text("hash").primaryKey(),
  analyst: text("analyst").notNull(),
  createdAt: integer("created_at").notNull(),
  revokedAt: integer("revoked_at"),
  /** What its owner calls it: "import script". */
  label: text("label").notNull().default(""),
  /** To the hour; null until it is used. */
  lastUsedAt: integer("last_used_at"),
});

export const sessions = sqliteTable("sessions", {
  hash: text("hash").primaryKey(),
  analyst: text("analyst").notNull(),
  createdAt: integer("created_at").notNull(),
  expiresAt: integer("expires_at").notNull(),
  /** Browser and system in words, as far as its own name for itself tells. */
  agent: text("agent").notNull().default(""),
  /** To the hour. */
  lastUsedAt: integer("last_used_at"),
});

/** One-time codes: to sign in, as `npm start` prints one, or an invitation. */
export const signInCodes = sqliteTable("sign_in_codes", {
  hash: text("hash").primaryKey(),
  analyst: text("analyst").notNull(),
  expiresAt: integer("expires_at").notNull(),
  /** Who invited; null for a code made at the machine itself. */
  invitedBy: text("invited_by"),
});
