import { and, asc, eq } from "drizzle-orm";
import { insertRows } from "./bulk";
import type { Database } from "./database";
import { gunzip } from "./hash";
import { viewCache, viewFiles, views } from "./schema";

export interface StoredView {
  hash: string;
  scenario: string;
  revision: number;
  asOf: string;
  /** The canonical bytes, gzipped. */
  body: Uint8Array;
}

/** The stored answer to a question, if it was given at this head of the ledger. */
export async function findCachedView(
  db: Database,
  scenario: string,
  question: string,
  head: number,
): Promise<string | null> {
  const [[row]] = await db.query.batch([
    db.query
      .select()
      .from(viewCache)
      .where(and(eq(viewCache.scenario, scenario), eq(viewCache.question, question))),
  ]);
  return row?.head === head ? row.hash : null;
}

export async function readView(db: Database, hash: string): Promise<StoredView | null> {
  const [[row]] = await db.query.batch([db.query.select().from(views).where(eq(views.hash, hash))]);
  if (!row) return null;
  const { scenario, revision, asOf, body } = row;
  return { hash, scenario, revision, asOf, body: new Uint8Array(body) };
}

/** The canonical bytes of a stored view. */
export function viewBytes(view: Pick<StoredView, "body">): Promise<Uint8Array> {
  return gunzip(view.body);
}

/** Stores a view as the answer to a question, and drops the answers that an older head of the ledger gave. */
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
    storeStatement(d1, view, false, now),
    ...insertRows(
      d1,
      viewCache,
      [{ scenario: view.scenario, question, head, hash: view.hash }],
      `("scenario", "question") DO UPDATE SET "head" = excluded."head", "hash" = excluded."hash"`,
    ),
  ]);
}

/** Stores a view by its hash; one that is kept stays kept. */
export function storeStatement(d1: D1Database, view: StoredView, kept: boolean, now: number): D1PreparedStatement {
  return d1
    .prepare(
      `INSERT INTO views (hash, scenario, revision, as_of, body, kept, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
       ON CONFLICT (hash) DO UPDATE SET kept = max(kept, excluded.kept)`,
    )
    .bind(view.hash, view.scenario, view.revision, view.asOf, view.body, kept ? 1 : 0, now);
}

/** The parts of a frozen view's events.csv, gzipped, in order. */
export async function readViewFile(db: Database, viewHash: string): Promise<Uint8Array[]> {
  const [rows] = await db.query.batch([
    db.query.select().from(viewFiles).where(eq(viewFiles.viewHash, viewHash)).orderBy(asc(viewFiles.part)),
  ]);
  return rows.map((row) => new Uint8Array(row.body));
}
