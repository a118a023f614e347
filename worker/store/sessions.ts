import { wrote, type Database } from "./database";
import { randomToken, sha256 } from "./hash";
import type { Known } from "./people";
import { hasId, sqlId } from "./secret-ids";

/** A session ends 30 days after it was begun, however much it is used. */
const SESSION_MS = 30 * 24 * 3_600_000;
const HOUR_MS = 3_600_000;

const HAS_BEGUN = "EXISTS (SELECT 1 FROM sessions WHERE hash = ?2)";

/** Of a session as it is listed. */
export interface SessionRow {
  id: string;
  person: string;
  name: string;
  agent: string;
  createdAt: number;
  expiresAt: number;
  lastUsedAt: number | null;
}

export interface Beginning {
  now: number;
  /** Browser and system in words. */
  agent: string;
  /** The token of the session that this browser had until now. */
  old: string | undefined;
}

/**
 * Trades a one-time code for the token of a new session, and ends the one before: all of it, or nothing. The deletion of
 * the code uses it up, so of two presses one wins; a disabled person's code opens nothing.
 */
export async function redeemCode(db: Database, code: string, { now, agent, old }: Beginning): Promise<string | null> {
  const token = randomToken();
  const [hash, begins] = [await sha256(code), await sha256(token)];
  const [begun] = await db.d1.batch([
    db.d1
      .prepare(
        `INSERT INTO sessions (hash, analyst, created_at, expires_at, agent, last_used_at)
         SELECT ?1, analyst, ?3, ?4, ?5, ?6 FROM sign_in_codes WHERE hash = ?2 AND expires_at >= ?3
           AND analyst IN (SELECT id FROM analysts WHERE disabled_at IS NULL) RETURNING hash`,
      )
      .bind(begins, hash, now, now + SESSION_MS, agent, toHour(now)),
    db.d1.prepare(`DELETE FROM sign_in_codes WHERE hash = ?1 AND ${HAS_BEGUN}`).bind(hash, begins),
    // A code that does not work leaves whoever is signed in as they are.
    ...(old === undefined
      ? []
      : [db.d1.prepare(`DELETE FROM sessions WHERE hash = ?1 AND ${HAS_BEGUN}`).bind(await sha256(old), begins)]),
  ]);
  return wrote(begun) ? token : null;
}

export async function analystOfSession(db: Database, token: string, now: number): Promise<Known | null> {
  const statement = db.d1.prepare(
    `SELECT a.id, a.name, a.role, s.last_used_at AS lastUsedAt FROM sessions AS s JOIN analysts AS a ON a.id = s.analyst
     WHERE s.hash = ?1 AND s.expires_at > ?2 AND a.disabled_at IS NULL`,
  );
  const [result] = await db.d1.batch<Known>([statement.bind(await sha256(token), now)]);
  return result?.results[0] ?? null;
}

/** Notes that a key or a session was used, to the hour: whoever looks learns no more, and it costs a write an hour. */
export async function noteUse(db: Database, kind: "key" | "session", secret: string, now: number): Promise<void> {
  const table = kind === "key" ? "access_keys" : "sessions";
  await db.d1.batch([
    db.d1
      .prepare(`UPDATE ${table} SET last_used_at = ?2 WHERE hash = ?1 AND coalesce(last_used_at, 0) < ?2`)
      .bind(await sha256(secret), toHour(now)),
  ]);
}

/** Whether a use now is not noted yet. */
export function isNewHour(lastUsedAt: number | null, now: number): boolean {
  return lastUsedAt === null || lastUsedAt < toHour(now);
}

function toHour(now: number): number {
  return now - (now % HOUR_MS);
}

export async function endSession(db: Database, token: string): Promise<void> {
  await db.d1.batch([db.d1.prepare("DELETE FROM sessions WHERE hash = ?1").bind(await sha256(token))]);
}

/** The sessions that open something now, the last used first: one person's, or everybody's. */
export async function listSessions(db: Database, person: string | null, now: number): Promise<SessionRow[]> {
  const statement = db.d1
    .prepare(
      `SELECT ${sqlId("s.hash")} AS id, s.analyst AS person, a.name, s.agent, s.created_at AS createdAt,
         s.expires_at AS expiresAt, s.last_used_at AS lastUsedAt
       FROM sessions AS s JOIN analysts AS a ON a.id = s.analyst
       WHERE s.expires_at > ?1 AND a.disabled_at IS NULL AND (?2 IS NULL OR s.analyst = ?2)
       ORDER BY coalesce(s.last_used_at, s.created_at) DESC, s.created_at DESC, s.hash`,
    )
    .bind(now, person);
  const [result] = await db.d1.batch<SessionRow>([statement]);
  return result?.results ?? [];
}

/** Ends one session, of this person or, with null, of anybody. False where there is none. */
export async function endSessionOf(db: Database, id: string, person: string | null): Promise<boolean> {
  const [ended] = await db.d1.batch([
    db.d1
      .prepare(`DELETE FROM sessions WHERE ${hasId("hash", 1)} AND (?2 IS NULL OR analyst = ?2) RETURNING hash`)
      .bind(id, person),
  ]);
  return wrote(ended);
}

/** Ends a person's sessions but the one with this token, if one is given. Gives how many. */
export async function endOtherSessions(db: Database, person: string, token: string | undefined): Promise<number> {
  const kept = token === undefined ? "" : await sha256(token);
  const [ended] = await db.d1.batch([
    db.d1.prepare("DELETE FROM sessions WHERE analyst = ?1 AND hash <> ?2 RETURNING hash").bind(person, kept),
  ]);
  return ended?.results.length ?? 0;
}
