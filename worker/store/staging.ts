/** Imports in parts while they are prepared: opening, adding and forgetting parts, giving them up. */
import { lt } from "drizzle-orm";
import { PART_ROWS } from "../core/part-rows";
import { insertRows } from "./bulk";
import { requireStill, type Database } from "./database";
import { releaseRefs } from "./reserved-refs";
import { importParts, importRows, imports } from "./schema";

export type StagedImport = typeof imports.$inferSelect;
export type StagedPart = typeof importParts.$inferSelect;
export type StagedRow = typeof importRows.$inferInsert;

export async function insertImport(db: Database, row: StagedImport): Promise<void> {
  await db.d1.batch(insertRows(db.d1, imports, [row]));
}

/** Fails (`isOutdated`) if the import is gone or its parts have changed since they were looked at. */
export function guardEdition(d1: D1Database, { id, edition }: StagedImport): D1PreparedStatement {
  return requireStill(d1, "(SELECT edition FROM imports WHERE id = ?1) = ?2", id, edition);
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
    d1.prepare("DELETE FROM import_rows WHERE import = ?1 AND position >= ?2").bind(id, from * PART_ROWS),
    d1.prepare("DELETE FROM import_parts WHERE import = ?1 AND part >= ?2").bind(id, from),
  ];
}

/**
 * Gives an import up: its parts go, and the references that it reserved are free again. Fails (`isOutdated`) if it has
 * been committed meanwhile; a part that comes at the same moment finds nothing to join.
 */
export async function deleteImport(db: Database, staged: Pick<StagedImport, "id" | "scenario">): Promise<void> {
  const guard = requireStill(db.d1, "EXISTS (SELECT 1 FROM imports WHERE id = ?1 AND revision IS NULL)", staged.id);
  await db.d1.batch([guard, ...deletion(db.d1, staged)]);
}

function deletion(d1: D1Database, staged: Pick<StagedImport, "id" | "scenario">): D1PreparedStatement[] {
  return [
    releaseRefs(d1, staged, 0),
    ...dropParts(d1, staged, 0),
    d1.prepare("DELETE FROM imports WHERE id = ?1").bind(staged.id),
  ];
}

/** Gives up the imports that were opened before an instant. */
export async function deleteOldImports(db: Database, before: number): Promise<void> {
  const { id, scenario } = imports;
  const [old] = await db.query.batch([
    db.query.select({ id, scenario }).from(imports).where(lt(imports.createdAt, before)),
  ]);
  for (const staged of old) await db.d1.batch(deletion(db.d1, staged));
}
