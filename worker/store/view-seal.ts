import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "./database";
import { commitsAt } from "./history";
import { views } from "./schema";
import type { Signer } from "./signing";
import type { ReadView, ViewSeal } from "./views";

/** Hashes of the kept views that have no signature yet, oldest first. */
export async function unsignedViews(db: Database): Promise<string[]> {
  const [rows] = await db.query.batch([
    db.query
      .select({ hash: views.hash })
      .from(views)
      .where(and(eq(views.kept, true), isNull(views.signature)))
      .orderBy(asc(views.createdAt), asc(views.hash)),
  ]);
  return rows.map(({ hash }) => hash);
}

/** The ledger's head at the view's revision, and the signature of the bytes; only the head where nobody can sign. */
export async function sealView(
  db: Database,
  signer: Signer | null,
  { scenario, revision }: Pick<ReadView, "scenario" | "revision">,
  bytes: Uint8Array,
  now: number,
): Promise<ViewSeal> {
  const headHash = (await commitsAt(db, scenario, [revision])).get(revision)?.hash ?? "";
  if (!signer) return { headHash, signature: null, signingKey: null, signedAt: null };
  return { headHash, signature: await signer.sign(bytes), signingKey: signer.key, signedAt: now };
}

/** Adds the seal to a view that has none; one that was signed meanwhile stays as it is. */
export function sealStatement(d1: D1Database, hash: string, seal: ViewSeal): D1PreparedStatement {
  return d1
    .prepare(
      `UPDATE views SET head_hash = ?2, signature = ?3, signing_key = ?4, signed_at = ?5
       WHERE hash = ?1 AND kept = 1 AND signature IS NULL`,
    )
    .bind(hash, seal.headHash, seal.signature, seal.signingKey, seal.signedAt);
}
