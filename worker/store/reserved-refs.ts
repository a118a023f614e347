/** References that the rows of an import in parts are given ahead. */
import type { RefCounter } from "../core/refs";
import type { Database } from "./database";
import type { StagedImport } from "./staging";

/**
 * Gives back the references that the parts from one on have reserved, if nobody has taken or reserved any since. A
 * scenario that had none before loses its prefix again: its first real reference decides it.
 */
export function releaseRefs(
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
  before: RefCounter,
  after: RefCounter,
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

/**
 * Fails (`isRevisionTaken`, so the writer starts again) if somebody has reserved or released references since the counter
 * was read: what the writer hands out from it may be promised to an import in parts by now.
 */
export function guardCounter(
  d1: D1Database,
  scenario: string,
  { refPrefix, nextRef }: RefCounter,
): D1PreparedStatement {
  // SQLite names the path that it cannot read in its error: that is how these words come out.
  return d1
    .prepare(
      `SELECT CASE WHEN ref_prefix IS ?2 AND next_ref = ?3 THEN 1 ELSE json_extract('{}', 'revision taken') END
       FROM scenarios WHERE slug = ?1`,
    )
    .bind(scenario, refPrefix, nextRef);
}
