/** What is known of an import in parts while it is prepared. */
import { and, asc, eq, max } from "drizzle-orm";
import type { Database } from "./database";
import { importParts, importRows, imports } from "./schema";
import type { StagedImport, StagedPart } from "./staging";

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
