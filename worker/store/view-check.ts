import { asc, eq } from "drizzle-orm";
import type { Database } from "./database";
import { gunzip, sha256 } from "./hash";
import { runningHash } from "./running-hash";
import { snapshots, viewFiles, viewImages, views } from "./schema";
import { viewFileParts } from "./view-file";
import { viewBytes } from "./view-bytes";
import type { StoredView } from "./views";

export type ViewPlace = Pick<StoredView, "hash" | "scenario" | "revision" | "asOf">;
export type LinkPlace = Pick<
  typeof snapshots.$inferSelect,
  "id" | "purpose" | "viewHash" | "scenario" | "revision" | "asOf"
>;

/** Cached answers whose bytes no longer have the hash that they are filed under; `verifyViews` looks at what links show. */
export async function corruptViews(db: Database, scenario: string): Promise<string[]> {
  const [hashes] = await db.query.batch([
    db.query.select({ hash: views.hash, kept: views.kept }).from(views).where(eq(views.scenario, scenario)),
  ]);
  const problems: string[] = [];
  for (const { hash } of hashes.filter(({ kept }) => !kept)) {
    const [[row]] = await db.query.batch([db.query.select().from(views).where(eq(views.hash, hash))]);
    const actual = row ? await hashOf(new Uint8Array(row.body)) : "";
    if (actual !== hash) problems.push(`The stored view ${hash.slice(0, 12)} was changed: its hash differs.`);
  }
  return problems;
}

/** The hash of a stored body, or "" where it is not even readable. */
async function hashOf(body: Uint8Array): Promise<string> {
  try {
    return await sha256(await viewBytes({ body }));
  } catch {
    return "";
  }
}

/** Every frozen view, without its bytes. */
export async function keptViews(db: Database): Promise<ViewPlace[]> {
  const { hash, scenario, revision, asOf } = views;
  const [rows] = await db.query.batch([
    db.query.select({ hash, scenario, revision, asOf }).from(views).where(eq(views.kept, true)).orderBy(asc(hash)),
  ]);
  return rows;
}

/** Every link with the view that it shows. */
export async function linkedViews(db: Database): Promise<LinkPlace[]> {
  const { id, purpose, viewHash, scenario, revision, asOf } = snapshots;
  const [rows] = await db.query.batch([
    db.query.select({ id, purpose, viewHash, scenario, revision, asOf }).from(snapshots).orderBy(asc(id)),
  ]);
  return rows;
}

/** Hashes that parts of files or images are filed under. */
export async function filedHashes(db: Database): Promise<Set<string>> {
  const [files, images] = await db.query.batch([
    db.query.selectDistinct({ hash: viewFiles.viewHash }).from(viewFiles),
    db.query.select({ hash: viewImages.viewHash }).from(viewImages),
  ]);
  return new Set([...files, ...images].map(({ hash }) => hash));
}

export interface FileCheck {
  parts: number;
  /** Whether the parts are numbered from 0 without a gap. */
  inOrder: boolean;
  /** SHA-256 of the whole file; null where a part cannot be unpacked. */
  sha256: string | null;
}

/** What a frozen view's events.csv comes to. */
export async function checkFile(db: Database, viewHash: string): Promise<FileCheck> {
  const [rows] = await db.query.batch([
    db.query
      .select({ part: viewFiles.part })
      .from(viewFiles)
      .where(eq(viewFiles.viewHash, viewHash))
      .orderBy(asc(viewFiles.part)),
  ]);
  const inOrder = rows.every(({ part }, place) => part === place);
  const hash = runningHash();
  try {
    for await (const part of viewFileParts(db, viewHash)) await hash.add(await gunzip(part));
  } catch {
    return { parts: rows.length, inOrder, sha256: null };
  }
  return { parts: rows.length, inOrder, sha256: await hash.end() };
}
