import { and, asc, count, eq } from "drizzle-orm";
import type { Database } from "./database";
import { evidence, forecasts, propositions } from "./schema";
import type { EvidenceRow, PropositionRow } from "./statement-rows";

export type ForecastRow = typeof forecasts.$inferSelect;

export async function findProposition(db: Database, scenario: string, id: string): Promise<PropositionRow | null> {
  const [[row]] = await db.query.batch([
    db.query
      .select()
      .from(propositions)
      .where(and(eq(propositions.scenario, scenario), eq(propositions.id, id))),
  ]);
  return row ?? null;
}

export async function propositionIds(db: Database, scenario: string): Promise<string[]> {
  const [rows] = await db.query.batch([
    db.query.select({ id: propositions.id }).from(propositions).where(eq(propositions.scenario, scenario)),
  ]);
  return rows.map(({ id }) => id);
}

/** The rating of an event for a proposition whatever its status; a removed one keeps its version. */
export async function findEvidence(
  db: Database,
  scenario: string,
  proposition: string,
  event: string,
): Promise<EvidenceRow | null> {
  const [[row]] = await db.query.batch([
    db.query
      .select()
      .from(evidence)
      .where(and(eq(evidence.scenario, scenario), eq(evidence.proposition, proposition), eq(evidence.event, event))),
  ]);
  return row ?? null;
}

/** All forecasts of one proposition, or of all, in the order recorded. */
export async function loadForecasts(db: Database, scenario: string, proposition?: string): Promise<ForecastRow[]> {
  const [rows] = await db.query.batch([
    db.query
      .select()
      .from(forecasts)
      .where(
        and(
          eq(forecasts.scenario, scenario),
          proposition === undefined ? undefined : eq(forecasts.proposition, proposition),
        ),
      )
      .orderBy(asc(forecasts.revision)),
  ]);
  return rows;
}

export async function countForecasts(
  db: Database,
  scenario: string,
  proposition: string,
  analyst: string,
): Promise<number> {
  const [[row]] = await db.query.batch([
    db.query
      .select({ n: count() })
      .from(forecasts)
      .where(
        and(eq(forecasts.scenario, scenario), eq(forecasts.proposition, proposition), eq(forecasts.analyst, analyst)),
      ),
  ]);
  return row?.n ?? 0;
}
