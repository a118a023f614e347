import type { Database } from "./database";

/**
 * The names of the owners who can get in now, with a key, a session or (`byAccess`) an address that Cloudflare Access knows:
 * whom to ask for what only an owner may do.
 */
export async function ownerNames(db: Database, now: number, byAccess: boolean): Promise<string[]> {
  const statement = db.d1
    .prepare(
      `SELECT DISTINCT name FROM analysts WHERE role = 'owner' AND disabled_at IS NULL AND ((?2 AND email IS NOT NULL) OR id IN (
         SELECT analyst FROM access_keys WHERE revoked_at IS NULL UNION SELECT analyst FROM sessions WHERE expires_at > ?1
       )) ORDER BY name`,
    )
    .bind(now, Number(byAccess));
  const [result] = await db.d1.batch<{ name: string }>([statement]);
  return (result?.results ?? []).map(({ name }) => name);
}
