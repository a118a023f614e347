import { asc } from "drizzle-orm";
import type { Database } from "./database";
import { signingKeys } from "./schema";
import type { Signer } from "./signing";

export type SigningKeyRow = typeof signingKeys.$inferSelect;

/** Publishes the key with the first view that it signs; goes into the same batch as the signature. */
export function signingKeyStatement(d1: D1Database, signer: Signer, now: number): D1PreparedStatement {
  return d1
    .prepare("INSERT INTO signing_keys (id, public_key, first_used_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")
    .bind(signer.key, signer.publicKey, now);
}

/** Every key that ever signed here, oldest first. */
export async function listSigningKeys(db: Database): Promise<SigningKeyRow[]> {
  const [rows] = await db.query.batch([
    db.query.select().from(signingKeys).orderBy(asc(signingKeys.firstUsedAt), asc(signingKeys.id)),
  ]);
  return rows;
}
