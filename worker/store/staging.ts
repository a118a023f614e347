/** Imports in parts while they are prepared: who has which, what its parts hold, and giving them up. */
import { and, asc, eq, lt, max } from "drizzle-orm";
import { insertRows } from "./bulk";
import type { Database } from "./database";
import { importParts, importRows, imports } from "./schema";

export type StagedImport = typeof imports.$inferSelect;
export type StagedPart = typeof importParts.$inferSelect;
export type StagedRow = typeof importRows.$inferInsert;

/** Rows of a part have their places here, so that a part can be told from the places of its rows. */
export const PART_SIZE = 100;

/** A row that names a reference, as later parts and those that follow it need it. */
export interface StagedRef {
  position: number;
  line: number;
  ref: string;
  /** Digest of the content; null where it could not be read. */
  key: string | null;
  row: "create" | "correct" | "unchanged" | "reject";
  /** The version in the log, 0 where there is none. */
  version: number;
}

/** A row that follows an event: whether that event will be there is known once all parts are. */
export interface StagedFollower {
  position: number;
  line: number;
  ref: string | null;
  row: "create" | "correct" | "unchanged";
  follows: string;
}

export async function insertImport(db: Database, row: StagedImport): Promise<void> {
  await db.d1.batch(insertRows(db.d1, imports, [row]));
}

/** An import of this person's; null for anybody else's, and where there is none. */
export async function findImport(
  db: Database,
  scenario: string,
  who: string,
  id: string,
): Promise<{ staged: StagedImport; last: number | null } | null> {
  const [[staged], [found]] = await db.query.batch([
    db.query
      .select()
      .from(imports)
      .where(and(eq(imports.id, id), eq(imports.scenario, scenario), eq(imports.who, who))),
    db.query
      .select({ last: max(importParts.part) })
      .from(importParts)
      .where(eq(importParts.import, id)),
  ]);
  return staged ? { staged, last: found?.last ?? null } : null;
}

export async function findPart(db: Database, id: string, part: number): Promise<StagedPart | null> {
  const [[found]] = await db.query.batch([
    db.query
      .select()
      .from(importParts)
      .where(and(eq(importParts.import, id), eq(importParts.part, part))),
  ]);
  return found ?? null;
}

/** What a report needs of a part; the long lists stay in the database. */
export type ReportedPart = Pick<
  StagedPart,
  "created" | "corrected" | "unchanged" | "rejected" | "messages" | "followers" | "highest"
>;

export async function listParts(db: Database, id: string): Promise<ReportedPart[]> {
  const { created, corrected, unchanged, rejected, messages, followers, highest } = importParts;
  const [parts] = await db.query.batch([
    db.query
      .select({ created, corrected, unchanged, rejected, messages, followers, highest })
      .from(importParts)
      .where(eq(importParts.import, id))
      .orderBy(asc(importParts.part)),
  ]);
  return parts;
}

/** What the import's corrections would change, in the order of the file. */
export async function listCorrections(
  db: Database,
  id: string,
): Promise<{ position: number; line: number; ref: string; changed: string }[]> {
  const { position, line, ref, changed } = importRows;
  const [rows] = await db.query.batch([
    db.query
      .select({ position, line, ref, changed })
      .from(importRows)
      .where(and(eq(importRows.import, id), eq(importRows.op, "correct")))
      .orderBy(asc(importRows.position)),
  ]);
  return rows;
}

/** The rows before `part`, or of the whole import, that name one of these references, in the order of the file. */
export async function findStagedRefs(
  db: Database,
  id: string,
  refs: string[],
  part = Number.MAX_SAFE_INTEGER,
): Promise<StagedRef[]> {
  const [result] = await db.d1.batch<{ value: string }>([
    db.d1
      .prepare(
        `SELECT e.value FROM import_parts AS p, json_each(p.refs) AS e
         WHERE p.import = ?1 AND p.part < ?2 AND e.value ->> '$.ref' IN (SELECT value FROM json_each(?3))
         ORDER BY p.part, e.key`,
      )
      .bind(id, part, JSON.stringify(refs)),
  ]);
  return (result?.results ?? []).map(({ value }) => JSON.parse(value) as StagedRef);
}

/** Which of these references the log has, retracted events with them. */
export async function refsInLog(db: Database, scenario: string, refs: string[]): Promise<Set<string>> {
  const [result] = await db.d1.batch<{ ref: string }>([
    db.d1
      .prepare("SELECT ref FROM events WHERE scenario = ?1 AND ref IN (SELECT value FROM json_each(?2))")
      .bind(scenario, JSON.stringify(refs)),
  ]);
  return new Set((result?.results ?? []).map(({ ref }) => ref));
}

/** Fails ("malformed JSON") if the import is gone or its parts have changed since they were looked at. */
export function guardEdition(d1: D1Database, { id, edition }: StagedImport): D1PreparedStatement {
  return d1
    .prepare("SELECT CASE (SELECT edition FROM imports WHERE id = ?1) WHEN ?2 THEN 1 ELSE json('changed') END")
    .bind(id, edition);
}

/** Whether `guardEdition` stopped a batch. */
export function isEditionChanged(error: unknown): boolean {
  return error instanceof Error && error.message.includes("malformed JSON");
}

/** Adds the next part. */
export async function writePart(
  db: Database,
  staged: StagedImport,
  part: StagedPart,
  rows: StagedRow[],
): Promise<void> {
  await db.d1.batch([
    guardEdition(db.d1, staged),
    ...insertRows(db.d1, importParts, [part]),
    ...insertRows(db.d1, importRows, rows),
    nextEdition(db.d1, staged),
  ]);
}

/** Forgets the parts from one on, so that it can be written anew. */
export async function forgetParts(db: Database, staged: StagedImport, from: number): Promise<StagedImport> {
  await db.d1.batch([
    guardEdition(db.d1, staged),
    releaseRefs(db.d1, staged, from),
    ...dropParts(db.d1, staged, from),
    nextEdition(db.d1, staged),
  ]);
  return { ...staged, edition: staged.edition + 1 };
}

function nextEdition(d1: D1Database, { id }: StagedImport): D1PreparedStatement {
  return d1.prepare("UPDATE imports SET edition = edition + 1 WHERE id = ?1").bind(id);
}

/** Deletes the parts from one on. */
export function dropParts(d1: D1Database, { id }: Pick<StagedImport, "id">, from: number): D1PreparedStatement[] {
  return [
    d1.prepare("DELETE FROM import_rows WHERE import = ?1 AND position >= ?2").bind(id, from * PART_SIZE),
    d1.prepare("DELETE FROM import_parts WHERE import = ?1 AND part >= ?2").bind(id, from),
  ];
}

/**
 * Gives back the references that the parts from one on have reserved, if nobody has taken or reserved any since. A
 * scenario that had none before loses its prefix again: its first real reference decides it.
 */
function releaseRefs(
  d1: D1Database,
  { id, scenario }: Pick<StagedImport, "id" | "scenario">,
  from: number,
): D1PreparedStatement {
  return d1
    .prepare(
      `UPDATE scenarios SET next_ref = r.before, ref_prefix = CASE r.before WHEN 1 THEN NULL ELSE ref_prefix END
       FROM (SELECT min(ref_before) AS before, max(ref_after) AS after, sum(ref_after - ref_before) AS taken
             FROM import_parts WHERE import = ?2 AND part >= ?3 AND ref_after > 0) AS r
       WHERE slug = ?1 AND next_ref = r.after AND r.after - r.before = r.taken`,
    )
    .bind(scenario, id, from);
}

/** Moves the scenario's counter past references that are reserved; false if somebody else has moved it. */
export async function reserveRefs(
  db: Database,
  scenario: string,
  before: { refPrefix: string | null; nextRef: number },
  after: { refPrefix: string | null; nextRef: number },
): Promise<boolean> {
  const [result] = await db.d1.batch([
    db.d1
      .prepare(
        `UPDATE scenarios SET ref_prefix = ?4, next_ref = ?5
         WHERE slug = ?1 AND ref_prefix IS ?2 AND next_ref = ?3 RETURNING next_ref`,
      )
      .bind(scenario, before.refPrefix, before.nextRef, after.refPrefix, after.nextRef),
  ]);
  return result?.results.length === 1;
}

/** Gives an import up: its parts go, and the references that it reserved are free again. */
export async function deleteImport(db: Database, staged: Pick<StagedImport, "id" | "scenario">): Promise<void> {
  await db.d1.batch([
    releaseRefs(db.d1, staged, 0),
    ...dropParts(db.d1, staged, 0),
    db.d1.prepare("DELETE FROM imports WHERE id = ?1").bind(staged.id),
  ]);
}

/** Gives up the imports that were opened before an instant. */
export async function deleteOldImports(db: Database, before: number): Promise<void> {
  const { id, scenario } = imports;
  const [old] = await db.query.batch([
    db.query.select({ id, scenario }).from(imports).where(lt(imports.createdAt, before)),
  ]);
  for (const staged of old) await deleteImport(db, staged);
}
