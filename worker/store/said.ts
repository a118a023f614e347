import { and, asc, eq } from "drizzle-orm";
import type { Said, WrongRecord } from "../core/said";
import type { Month } from "../core/types";
import type { SaidMonth } from "../core/view-types";
import { insertRows } from "./bulk";
import type { Database } from "./database";
import { commits, saidMonths } from "./schema";

export type SaidRow = typeof saidMonths.$inferSelect;

/** When recording began, and what was said at each month-end since. */
export async function loadSaid(db: Database, scenario: string): Promise<{ since: number | null; months: SaidMonth[] }> {
  const [[first], rows] = await db.query.batch([
    db.query
      .select()
      .from(commits)
      .where(and(eq(commits.scenario, scenario), eq(commits.revision, 1))),
    saidOfScenario(db, scenario),
  ]);
  const months = rows.map(({ month, revision, published, index, correctedIn }): SaidMonth => {
    return { month, revision, published, index, ...(correctedIn === null ? {} : { correctedIn }) };
  });
  return { since: first?.at ?? null, months };
}

function saidOfScenario(db: Database, scenario: string) {
  return db.query.select().from(saidMonths).where(eq(saidMonths.scenario, scenario)).orderBy(asc(saidMonths.month));
}

/** The records of a scenario's month-ends, oldest first. */
export async function listSaid(db: Database, scenario: string): Promise<SaidRow[]> {
  const [rows] = await db.query.batch([saidOfScenario(db, scenario)]);
  return rows;
}

export async function findSaid(db: Database, scenario: string, month: Month): Promise<SaidRow | null> {
  const [[row]] = await db.query.batch([
    db.query
      .select()
      .from(saidMonths)
      .where(and(eq(saidMonths.scenario, scenario), eq(saidMonths.month, month))),
  ]);
  return row ?? null;
}

/** Written once: what was said stays, whatever is recorded later. */
export async function storeSaid(db: Database, row: Omit<SaidRow, "correctedIn">): Promise<void> {
  await db.d1.batch([
    ...insertRows(db.d1, saidMonths, [row], "DO NOTHING"),
    // A view shows it, and no new revision says that it changed.
    db.d1.prepare("DELETE FROM view_cache WHERE scenario = ?1").bind(row.scenario),
  ]);
}

/** Puts a wrong record right; where none is to stand yet, takes it away. */
export function correctSaidStatement(
  d1: D1Database,
  { scenario, month }: Pick<SaidRow, "scenario" | "month">,
  right: Said | null,
  { revision, at }: { revision: number; at: number },
): D1PreparedStatement {
  if (right === null) {
    return d1.prepare("DELETE FROM said_months WHERE scenario = ?1 AND month = ?2").bind(scenario, month);
  }
  return d1
    .prepare(
      `UPDATE said_months SET revision = ?3, published = ?4, "index" = ?5, recorded_at = ?6, corrected_in = ?7
       WHERE scenario = ?1 AND month = ?2`,
    )
    .bind(scenario, month, right.revision, right.published, right.index, at, revision);
}

/** The last revision recorded before an instant; 0 if there was none. */
export async function revisionBefore(db: Database, scenario: string, instant: number): Promise<number> {
  const [result] = await db.d1.batch<{ revision: number }>([
    db.d1
      .prepare("SELECT revision FROM commits WHERE scenario = ?1 AND at < ?2 ORDER BY revision DESC LIMIT 1")
      .bind(scenario, instant),
  ]);
  return result?.results[0]?.revision ?? 0;
}

/**
 * Records of month-ends, of all scenarios, that were made before their month was over or name another revision than the
 * last one before its end. Three rows a record: recorded times run forwards, so only the next commit has to be looked at.
 */
export async function wrongSaid(db: Database, now: number): Promise<WrongRecord[]> {
  // Each month's end is worked out where the rows are: one query for all of them.
  const statement = db.d1
    .prepare(
      `WITH said AS (SELECT *, unixepoch(month || '-01', '+1 month') * 1000 AS ended FROM said_months)
       SELECT s.scenario, s.month, s.revision, s.published, s."index", s.recorded_at AS recordedAt,
         CASE WHEN s.ended > ?1 THEN NULL ELSE coalesce(
           (SELECT revision FROM commits WHERE scenario = s.scenario AND at < s.ended ORDER BY revision DESC LIMIT 1), 0
         ) END AS "right"
       FROM said AS s
       LEFT JOIN commits AS c ON c.scenario = s.scenario AND c.revision = s.revision
       LEFT JOIN commits AS n ON n.scenario = s.scenario AND n.revision = s.revision + 1
       WHERE s.ended > ?1 OR c.at IS NULL OR c.at >= s.ended OR n.at < s.ended
       ORDER BY s.scenario, s.month`,
    )
    .bind(now);
  const [result] = await db.d1.batch<WrongRecord>([statement]);
  return result?.results ?? [];
}
