import type { Database } from "./database";
import type { AccessRole, Analyst } from "./people";

export interface PersonRow {
  id: string;
  name: string;
  role: AccessRole;
  email: string | null;
  createdAt: number;
  disabledAt: number | null;
  lastSeenAt: number | null;
  invitedUntil: number | null;
  keys: number;
  sessions: number;
}

/** The people, those who may come in first, with how they can; with an id, that one. One pass over each table. */
export async function listPeople(db: Database, now: number, id: string | null = null): Promise<PersonRow[]> {
  const statement = db.d1
    .prepare(
      `WITH ways(analyst, seen, keys, sessions, invited) AS (
         SELECT analyst, last_used_at, revoked_at IS NULL, 0, NULL FROM access_keys
         UNION ALL SELECT analyst, coalesce(last_used_at, created_at), 0, 1, NULL FROM sessions WHERE expires_at > ?1
         UNION ALL SELECT analyst, NULL, 0, 0, expires_at FROM sign_in_codes
           WHERE expires_at > ?1 AND invited_by IS NOT NULL
       )
       SELECT a.id, a.name, a.role, a.email, a.created_at AS createdAt, a.disabled_at AS disabledAt,
         max(w.seen) AS lastSeenAt, max(w.invited) AS invitedUntil, coalesce(sum(w.keys), 0) AS keys,
         coalesce(sum(w.sessions), 0) AS sessions
       FROM analysts AS a LEFT JOIN ways AS w ON w.analyst = a.id
       WHERE ?2 IS NULL OR a.id = ?2
       GROUP BY a.id ORDER BY a.disabled_at IS NOT NULL, a.name, a.role, a.id`,
    )
    .bind(now, id);
  const [result] = await db.d1.batch<PersonRow>([statement]);
  return result?.results ?? [];
}

/** The person whom Cloudflare Access knows by this address, disabled or not. */
export async function personOfEmail(db: Database, email: string): Promise<(Analyst & { disabled: boolean }) | null> {
  const statement = db.d1.prepare("SELECT id, name, role, disabled_at FROM analysts WHERE email = ?1").bind(email);
  const [result] = await db.d1.batch<Analyst & { disabled_at: number | null }>([statement]);
  const [row] = result?.results ?? [];
  return row ? { id: row.id, name: row.name, role: row.role, disabled: row.disabled_at !== null } : null;
}
