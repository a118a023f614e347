import type { Database } from "./database";
import { hasId, sqlId } from "./secret-ids";

/** Of an access key as it is listed. */
export interface KeyRow {
  id: string;
  label: string;
  person: string;
  name: string;
  createdAt: number;
  lastUsedAt: number | null;
  revokedAt: number | null;
}

/** The keys ever made, those that open something first: one person's, or everybody's; with `id`, that one. */
export async function listKeys(db: Database, person: string | null, id: string | null = null): Promise<KeyRow[]> {
  const statement = db.d1
    .prepare(
      `SELECT ${sqlId("k.hash")} AS id, k.label, k.analyst AS person, a.name, k.created_at AS createdAt,
         k.last_used_at AS lastUsedAt, k.revoked_at AS revokedAt
       FROM access_keys AS k JOIN analysts AS a ON a.id = k.analyst
       WHERE (?1 IS NULL OR k.analyst = ?1) AND (?2 IS NULL OR ${hasId("k.hash", 2)})
       ORDER BY k.revoked_at IS NOT NULL, k.created_at DESC, k.hash`,
    )
    .bind(person, id);
  const [result] = await db.d1.batch<KeyRow>([statement]);
  return result?.results ?? [];
}

/** Revokes a key, of this person or, with null, of anybody. One that is revoked already keeps its day. */
export async function revokeKey(db: Database, id: string, person: string | null, now: number): Promise<void> {
  await db.d1.batch([
    db.d1
      .prepare(
        `UPDATE access_keys SET revoked_at = ?3
         WHERE ${hasId("hash", 1)} AND (?2 IS NULL OR analyst = ?2) AND revoked_at IS NULL`,
      )
      .bind(id, person, now),
  ]);
}
