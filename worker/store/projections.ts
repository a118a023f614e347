import { eq } from "drizzle-orm";
import { cellsOf, codeCountsOf, yearCountsOf } from "../core/rollup";
import type { Registration } from "../core/types";
import { insertRows } from "./bulk";
import type { Database } from "./database";
import { toEventRow } from "./event-rows";
import type { Folded } from "./fold";
import { canonical } from "./hash";
import {
  attestations,
  events,
  evidence,
  forecasts,
  monthCodeCounts,
  monthPoints,
  propositions,
  yearCodes,
  scenarios,
} from "./schema";

/** The rows of every projection as the ledger demands them. */
function expectedRows(scenario: string, state: Folded, registration: Registration) {
  const relevance = new Map(registration.indicators.map((one) => [one.key, one.relevance]));
  const all = [...state.events.values()];
  const counted = all.filter((event) => event.status === "active" && event.state === null);
  const counts = codeCountsOf(counted);
  return {
    events: all.map((event) => toEventRow(scenario, event, relevance.get(event.indicator) ?? 0)),
    attestations: [...state.attestations.values()],
    propositions: [...state.propositions.values()],
    evidence: [...state.evidence.values()],
    forecasts: state.forecasts,
    month_points: cellsOf(counted).map((cell) => ({ scenario, ...cell })),
    month_code_counts: counts.map((count) => ({ scenario, ...count })),
    year_codes: yearCountsOf(counts).map((count) => ({ scenario, ...count })),
  };
}

async function storedRows(db: Database, scenario: string) {
  const { query } = db;
  const [event, attestation, proposition, item, forecast, cell, code, year] = await query.batch([
    query.select().from(events).where(eq(events.scenario, scenario)),
    query.select().from(attestations).where(eq(attestations.scenario, scenario)),
    query.select().from(propositions).where(eq(propositions.scenario, scenario)),
    query.select().from(evidence).where(eq(evidence.scenario, scenario)),
    query.select().from(forecasts).where(eq(forecasts.scenario, scenario)),
    query.select().from(monthPoints).where(eq(monthPoints.scenario, scenario)),
    query.select().from(monthCodeCounts).where(eq(monthCodeCounts.scenario, scenario)),
    query.select().from(yearCodes).where(eq(yearCodes.scenario, scenario)),
  ]);
  return {
    events: event,
    attestations: attestation,
    propositions: proposition,
    evidence: item,
    forecasts: forecast,
    month_points: cell,
    month_code_counts: code,
    year_codes: year,
  };
}

type Rows = Awaited<ReturnType<typeof storedRows>>;
const TABLES = [
  "events",
  "attestations",
  "propositions",
  "evidence",
  "forecasts",
  "month_points",
  "month_code_counts",
  "year_codes",
] as const;

/** What differs between the projections and the ledger, in words; empty when they are equal. */
export async function compareProjections(db: Database, scenario: string, state: Folded): Promise<string[]> {
  if (!state.registration) return ["The ledger has no registration."];
  const expected: Rows = expectedRows(scenario, state, state.registration);
  const [[row]] = await db.query.batch([db.query.select().from(scenarios).where(eq(scenarios.slug, scenario))]);
  const frozen = row !== undefined && canonical(JSON.parse(row.registration)) === canonical(state.registration);
  const stored = await storedRows(db, scenario);
  const differing = TABLES.flatMap((table) => {
    const wanted = new Set(expected[table].map(canonical));
    const found = new Set(stored[table].map(canonical));
    const missing = [...wanted].filter((row) => !found.has(row)).length;
    const extra = [...found].filter((row) => !wanted.has(row)).length;
    if (missing + extra === 0) return [];
    return [
      `Table ${table}: ${missing} rows of the ledger are missing or differ, ${extra} rows are not in the ledger.`,
    ];
  });
  return frozen ? differing : ["The registration in use is not the one in the ledger.", ...differing];
}

/**
 * Deletes a scenario's projections and writes them again from the ledger, in one atomic batch that fails ("malformed JSON")
 * if the ledger has grown past the revision that was folded: otherwise a commit of meanwhile would be missing from them.
 */
export async function rebuildProjections(
  db: Database,
  scenario: string,
  state: Folded,
  revision: number,
): Promise<void> {
  if (!state.registration) throw new Error("The ledger has no registration");
  const { d1 } = db;
  const rows = expectedRows(scenario, state, state.registration);
  const registration = JSON.stringify(state.registration);
  await d1.batch([
    d1
      .prepare(
        "SELECT CASE (SELECT max(revision) FROM commits WHERE scenario = ?1) WHEN ?2 THEN 1 ELSE json('grown') END",
      )
      .bind(scenario, revision),
    d1.prepare("UPDATE scenarios SET registration = ?2 WHERE slug = ?1").bind(scenario, registration),
    d1.prepare("DELETE FROM month_verdicts WHERE scenario = ?1").bind(scenario),
    ...TABLES.map((table) => d1.prepare(`DELETE FROM ${table} WHERE scenario = ?1`).bind(scenario)),
    d1.prepare("DELETE FROM view_cache WHERE scenario = ?1").bind(scenario),
    ...insertRows(d1, events, rows.events),
    ...insertRows(d1, attestations, rows.attestations),
    ...insertRows(d1, propositions, rows.propositions),
    ...insertRows(d1, evidence, rows.evidence),
    ...insertRows(d1, forecasts, rows.forecasts),
    ...insertRows(d1, monthPoints, rows.month_points),
    ...insertRows(d1, monthCodeCounts, rows.month_code_counts),
    ...insertRows(d1, yearCodes, rows.year_codes),
  ]);
}
