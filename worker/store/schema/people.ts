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
  },
  (t) => [uniqueIndex("analysts_name").on(t.name, t.role)],
);

/** Bearer keys: 256 random bits, shown once, stored as SHA-256. */
export const accessKeys = sqliteTable("access_keys", {
  hash: text("hash").primaryKey(),
  analyst: text("analyst").notNull(),
  createdAt: integer("created_at").notNull(),
  revokedAt: integer("revoked_at"),
});

export const sessions = sqliteTable("sessions", {
  hash: text("hash").primaryKey(),
  analyst: text("analyst").notNull(),
  createdAt: integer("created_at").notNull(),
  expiresAt: integer("expires_at").notNull(),
});

/** One-time sign-in codes, such as the one that `npm start` prints. */
export const signInCodes = sqliteTable("sign_in_codes", {
  hash: text("hash").primaryKey(),
  analyst: text("analyst").notNull(),
  expiresAt: integer("expires_at").notNull(),
});
