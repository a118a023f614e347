import { insertRows } from "./bulk";
import { wrote, type Database } from "./database";
import { randomHex, randomToken, sha256 } from "./hash";
import type { AccessRole } from "./people";
import { analysts, signInCodes } from "./schema";

const INVITATION_MS = 7 * 24 * 3_600_000;

/** What is asked for; what is left out stays. */
export interface PersonChange {
  name?: string | undefined;
  role?: AccessRole | undefined;
  email?: string | null | undefined;
  disabled?: boolean | undefined;
}

/** No other person has this name in this role, or this address. */
const FREE = `NOT EXISTS (SELECT 1 FROM analysts AS o WHERE o.id <> ?1 AND (o.email = ?4 OR (o.name = ?2 AND o.role = ?3)))`;

/** Makes a person. Null where the name in this role, or the address, is somebody's. */
export async function insertPerson(
  db: Database,
  { name, role, email }: { name: string; role: AccessRole; email: string | null },
  now: number,
): Promise<string | null> {
  const id = randomHex(8);
  const [made] = await db.d1.batch([
    db.d1
      .prepare(
        `INSERT INTO analysts (id, name, role, email, created_at) SELECT ?1, ?2, ?3, ?4, ?5 WHERE ${FREE} RETURNING id`,
      )
      .bind(id, name, role, email, now),
  ]);
  return wrote(made) ? id : null;
}

/**
 * Another owner who can get in now: with a key, a session, an invitation or, where it stands before this Signpost, through
 * Cloudflare Access. Such as the set-up's own owner, who has no key any more, does not count.
 */
const OTHER_OWNER = `EXISTS (SELECT 1 FROM analysts AS o WHERE o.id <> ?1 AND o.role = 'owner' AND o.disabled_at IS NULL AND (
  (?10 AND o.email IS NOT NULL)
  OR o.id IN (SELECT analyst FROM access_keys WHERE revoked_at IS NULL)
  OR o.id IN (SELECT analyst FROM sessions WHERE expires_at > ?7)
  OR o.id IN (SELECT analyst FROM sign_in_codes WHERE expires_at > ?7)))`;

/**
 * Changes a person: all that is asked for, or nothing, in one statement, so that two owners cannot take the role from each
 * other. Disabling ends their sessions, keys and codes in the same batch; what they wrote keeps their name.
 * @returns false where the last owner would be lost, the name or address is somebody else's, or the person is another by now
 */
export async function updatePerson(
  db: Database,
  before: { id: string; name: string; role: AccessRole; email: string | null },
  change: PersonChange,
  { now, byAccess }: { now: number; byAccess: boolean },
): Promise<boolean> {
  const { id } = before;
  const disabled = change.disabled === undefined ? null : Number(change.disabled);
  const email = change.email === undefined ? before.email : change.email;
  const stop = (sql: string) =>
    db.d1.prepare(`${sql} AND analyst IN (SELECT id FROM analysts WHERE disabled_at IS NOT NULL)`);
  const [changed] = await db.d1.batch([
    db.d1
      .prepare(
        `UPDATE analysts SET name = ?2, role = ?3, email = ?4,
           disabled_at = CASE ?6 WHEN 1 THEN coalesce(disabled_at, ?7) WHEN 0 THEN NULL ELSE disabled_at END
         WHERE id = ?1 AND role = ?5 AND name = ?8 AND email IS ?9 AND ${FREE}
           AND (role <> 'owner' OR disabled_at IS NOT NULL OR (?3 = 'owner' AND coalesce(?6, 0) = 0) OR ${OTHER_OWNER})
         RETURNING id`,
      )
      .bind(
        id,
        change.name ?? before.name,
        change.role ?? before.role,
        email,
        before.role,
        disabled,
        now,
        before.name,
        before.email,
        Number(byAccess),
      ),
    stop("DELETE FROM sessions WHERE analyst = ?1").bind(id),
    stop("DELETE FROM sign_in_codes WHERE analyst = ?1").bind(id),
    stop("UPDATE access_keys SET revoked_at = ?2 WHERE revoked_at IS NULL AND analyst = ?1").bind(id, now),
  ]);
  return wrote(changed);
}

/** Makes an invitation that works once, for seven days, and ends the person's earlier ones. */
export async function createInvitation(
  db: Database,
  person: string,
  invitedBy: string,
  now: number,
): Promise<{ code: string; expiresAt: number }> {
  const code = randomToken();
  const expiresAt = now + INVITATION_MS;
  await db.d1.batch([
    db.d1.prepare("DELETE FROM sign_in_codes WHERE analyst = ?1").bind(person),
    ...insertRows(db.d1, signInCodes, [{ hash: await sha256(code), analyst: person, expiresAt, invitedBy }]),
  ]);
  return { code, expiresAt };
}

/** Makes a person of whom only Cloudflare Access knows; nothing where somebody has the name. */
export async function insertAccessPerson(db: Database, email: string, role: AccessRole, now: number): Promise<void> {
  const row = { id: randomHex(8), name: email, role, disabledAt: null, createdAt: now, email };
  await db.d1.batch(insertRows(db.d1, analysts, [row], "DO NOTHING"));
}
