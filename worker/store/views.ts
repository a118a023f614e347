import { and, desc, eq } from "drizzle-orm";
import type { Database } from "./database";
import { commits, viewCache, views } from "./schema";
import type { Head } from "./seal";

export interface StoredView {
  hash: string;
  scenario: string;
  revision: number;
  asOf: string;
  /** The canonical bytes, gzipped. */
  body: Uint8Array;
}

/** What proves a kept view: of none but kept views there is any. */
export interface ViewSeal {
  /** Hash of the ledger's head at the view's revision; "" until signed. */
  headHash: string;
  /** Ed25519 signature of the canonical bytes in base64, the id of its key, and when it was made; null until signed. */
  signature: string | null;
  signingKey: string | null;
  signedAt: number | null;
}

/** A view as it is stored. */
export interface ReadView extends StoredView, ViewSeal {
  /** The hashes that it had before texts were removed from it, oldest first. */
  earlierHashes: string[];
}

/**
 * The head of a scenario's ledger, and the hash of the view that answered a question at this head, or null; together, for
 * every view that is shown asks for both. Null where there is no such scenario.
 */
export async function findAnswer(
  db: Database,
  scenario: string,
  question: string,
): Promise<{ head: Head; cached: string | null } | null> {
  const [[head], [row]] = await db.query.batch([
    db.query.select().from(commits).where(eq(commits.scenario, scenario)).orderBy(desc(commits.revision)).limit(1),
    db.query
      .select()
      .from(viewCache)
      .where(and(eq(viewCache.scenario, scenario), eq(viewCache.question, question))),
  ]);
  return head ? { head, cached: row?.head === head.revision ? row.hash : null } : null;
}

export async function readView(db: Database, hash: string): Promise<ReadView | null> {
  const [[row]] = await db.query.batch([db.query.select().from(views).where(eq(views.hash, hash))]);
  if (!row) return null;
  const { body, earlierHashes, kept: _kept, createdAt: _createdAt, ...rest } = row;
  return { ...rest, body: new Uint8Array(body), earlierHashes: JSON.parse(earlierHashes) };
}

/**
 * Stores a view as the answer to a question, and drops the answers that an older head of the ledger gave. If the ledger has
 * grown meanwhile nothing is stored: a redaction may have taken texts out that the view still holds.
 */
export async function cacheView(
  db: Database,
  view: StoredView,
  question: string,
  head: number,
  now: number,
): Promise<void> {
  const { d1 } = db;
  await d1.batch([
    d1.prepare("DELETE FROM view_cache WHERE scenario = ?1 AND head < ?2").bind(view.scenario, head),
    d1
      .prepare(
        `DELETE FROM views WHERE scenario = ?1 AND kept = 0 AND revision < ?2 AND hash <> ?3
         AND NOT EXISTS (SELECT 1 FROM view_cache c WHERE c.scenario = ?1 AND c.hash = views.hash)`,
      )
      .bind(view.scenario, head, view.hash),
    storeStatement(d1, view, { head, now }),
    d1
      .prepare(
        `INSERT INTO view_cache (scenario, question, head, hash) SELECT ?1, ?2, ?3, ?4 WHERE ${AT_HEAD}
         ON CONFLICT (scenario, question) DO UPDATE SET head = excluded.head, hash = excluded.hash`,
      )
      .bind(view.scenario, question, head, view.hash),
  ]);
}

const AT_HEAD = "(SELECT head_revision FROM scenarios WHERE slug = ?1) = ?3";

/** Stores a view by its hash if the ledger still stands at `head`; one that a link keeps stays as it is. */
function storeStatement(
  d1: D1Database,
  view: StoredView,
  { head, now }: { head: number; now: number },
): D1PreparedStatement {
  return d1
    .prepare(
      `INSERT INTO views (scenario, hash, revision, as_of, body, kept, created_at)
       SELECT ?1, ?2, ?4, ?5, ?6, 0, ?7 WHERE ${AT_HEAD}
       ON CONFLICT (hash) DO NOTHING`,
    )
    .bind(view.scenario, view.hash, head, view.revision, view.asOf, view.body, now);
}

/** Stores for good the view that a link shows. One that is signed already keeps its signature. */
export function keepStatement(
  d1: D1Database,
  { scenario, hash, revision, asOf, body }: StoredView,
  { headHash, signature, signingKey, signedAt }: ViewSeal,
  now: number,
): D1PreparedStatement {
  return d1
    .prepare(
      `INSERT INTO views
         (scenario, hash, revision, as_of, body, kept, created_at, head_hash, signature, signing_key, signed_at)
       VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?7, ?8, ?9, ?10)
       ON CONFLICT (hash) DO UPDATE SET kept = 1, head_hash = excluded.head_hash,
         signature = coalesce(signature, excluded.signature),
         signing_key = CASE WHEN signature IS NULL THEN excluded.signing_key ELSE signing_key END,
         signed_at = CASE WHEN signature IS NULL THEN excluded.signed_at ELSE signed_at END`,
    )
    .bind(scenario, hash, revision, asOf, body, now, headHash, signature, signingKey, signedAt);
}
