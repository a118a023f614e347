import { and, eq } from "drizzle-orm";
import { insertRows } from "./bulk";
import type { Database } from "./database";
import { randomHex, randomToken, sha256 } from "./hash";
import { accessKeys, ACCESS_ROLES, analysts, signInCodes } from "./schema";

export type AccessRole = (typeof ACCESS_ROLES)[number];

export interface Analyst {
  id: string;
  name: string;
  role: AccessRole;
}

/** The person whom a secret stands for. */
export interface Known extends Analyst {
  /** When the secret was last used, to the hour; null if never. */
  lastUsedAt: number | null;
}

const SIGN_IN_CODE_MS = 15 * 60_000;

/** The person of this name and role; made at first use. */
export async function ensureAnalyst(db: Database, name: string, role: AccessRole, now: number): Promise<Analyst> {
  const id = randomHex(8);
  const row = { id, name, role, disabledAt: null, createdAt: now };
  await db.d1.batch(insertRows(db.d1, analysts, [row], "DO NOTHING"));
  const [[found]] = await db.query.batch([
    db.query
      .select({ id: analysts.id, name: analysts.name, role: analysts.role })
      .from(analysts)
      .where(and(eq(analysts.name, name), eq(analysts.role, role))),
  ]);
  if (!found) throw new Error("The person was not stored");
  return found;
}

export async function analystNames(db: Database): Promise<Map<string, string>> {
  const [rows] = await db.query.batch([db.query.select({ id: analysts.id, name: analysts.name }).from(analysts)]);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Makes an access key. It is returned once; only its SHA-256 is stored. */
export async function createAccessKey(db: Database, analyst: string, now: number, label = ""): Promise<string> {
  const key = `sp_${randomToken()}`;
  await db.d1.batch(
    insertRows(db.d1, accessKeys, [{ hash: await sha256(key), analyst, createdAt: now, revokedAt: null, label }]),
  );
  return key;
}

/** Secret and person in one query: every request pays for it. */
export async function analystOfKey(db: Database, key: string): Promise<Known | null> {
  const statement = db.d1.prepare(
    `SELECT a.id, a.name, a.role, k.last_used_at AS lastUsedAt FROM access_keys AS k JOIN analysts AS a ON a.id = k.analyst
     WHERE k.hash = ?1 AND k.revoked_at IS NULL AND a.disabled_at IS NULL`,
  );
  const [result] = await db.d1.batch<Known>([statement.bind(await sha256(key))]);
  return result?.results[0] ?? null;
}

/** Makes a sign-in code that works once, for 15 minutes. */
export async function createSignInCode(db: Database, analyst: string, now: number): Promise<string> {
  const code = randomToken();
  const row = { hash: await sha256(code), analyst, expiresAt: now + SIGN_IN_CODE_MS };
  await db.d1.batch(insertRows(db.d1, signInCodes, [row]));
  return code;
}

export async function revokeAccessKey(db: Database, key: string, now: number): Promise<void> {
  await db.d1.batch([
    db.d1.prepare("UPDATE access_keys SET revoked_at = ?2 WHERE hash = ?1").bind(await sha256(key), now),
  ]);
}

/** Forgets sessions and sign-in codes that no longer open anything. */
export async function deleteExpired(db: Database, now: number): Promise<void> {
  await db.d1.batch([
    db.d1.prepare("DELETE FROM sessions WHERE expires_at < ?1").bind(now),
    db.d1.prepare("DELETE FROM sign_in_codes WHERE expires_at < ?1").bind(now),
  ]);
}
