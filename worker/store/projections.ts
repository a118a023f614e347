import { eq } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { cellsOf, codeCountsOf, yearCountsOf } from "../core/rollup";
import type { EventReview, Registration } from "../core/types";
import { insertRows } from "./bulk";
import { requireStill, type Database } from "./database";
import { toEventRow } from "./event-rows";
import type { Folded } from "./fold";
import { canonical } from "./hash";
import {
  attestations,
  comments,
  events,
  evidence,
  forecasts,
  monthCodeCounts,
  monthPoints,
  notes,
  propositions,
  reports,
  reviewCounts,
  reviews,
  yearCodes,
  scenarios,
} from "./schema";

/** The rows of every projection as the ledger demands them. */
function expectedRows(scenario: string, state: Folded, registration: Registration) {
  const relevance = new Map(registration.indicators.map((one) => [one.key, one.relevance]));
  const all = [...state.events.values()];
  const counted = all.filter((event) => event.status === "active" && event.state === null);
  const counts = codeCountsOf(counted);
  const standing = (word: EventReview): number =>
    all.filter(({ status, review }) => status === "active" && review === word).length;
  return {
    events: all.map((event) => toEventRow(scenario, event, relevance.get(event.indicator) ?? 0)),
    attestations: [...state.attestations.values()],
    propositions: [...state.propositions.values()],
    evidence: [...state.evidence.values()],
    forecasts: state.forecasts,
    reports: [...state.reports.values()],
    reviews: [...state.reviews.values()].flatMap((ofEvent) => [...ofEvent.values()]),
    comments: [...state.comments.values()],
    notes: [...state.notes.values()],
    review_counts: [{ scenario, agreed: standing("agreed"), disputed: standing("disputed") }],
    month_points: cellsOf(counted).map((cell) => ({ scenario, ...cell })),
    month_code_counts: counts.map((count) => ({ scenario, ...count })),
    year_codes: yearCountsOf(counts).map((count) => ({ scenario, ...count })),
  };
}

/** The tables that can be written again from the ledger, by name. */
const TABLES = {
  events,
  attestations,
  propositions,
  evidence,
  forecasts,
  reports,
  reviews,
  comments,
  notes,
  review_counts: reviewCounts,
  month_points: monthPoints,
  month_code_counts: monthCodeCounts,
  year_codes: yearCodes,
};
type TableName = keyof typeof TABLES;
const NAMES = Object.keys(TABLES) as TableName[];

async function storedRows(db: Database, scenario: string, name: TableName): Promise<unknown[]> {
  const table = TABLES[name];
  const [rows] = await db.query.batch([db.query.select().from(table).where(eq(table.scenario, scenario))]);
  return rows;
}

/** What differs between the projections and the ledger, in words; empty when they are equal. */
export async function compareProjections(db: Database, scenario: string, state: Folded): Promise<string[]> {
  if (!state.registration) return ["The ledger has no registration."];
  const expected = expectedRows(scenario, state, state.registration);
  const [[row]] = await db.query.batch([db.query.select().from(scenarios).where(eq(scenarios.slug, scenario))]);
  const frozen = row !== undefined && canonical(JSON.parse(row.registration)) === canonical(state.registration);
  const differing: string[] = [];
  for (const name of NAMES) {
    const wanted = new Set(expected[name].map((one: unknown) => canonical(one)));
    const found = new Set((await storedRows(db, scenario, name)).map(canonical));
    const missing = [...wanted].filter((one) => !found.has(one)).length;
    const extra = [...found].filter((one) => !wanted.has(one)).length;
    if (missing + extra === 0) continue;
    differing.push(
      `Table ${name}: ${missing} rows of the ledger are missing or differ, ${extra} rows are not in the ledger.`,
    );
  }
  return frozen ? differing : ["The registration in use is not the one in the ledger.", ...differing];
}

/**
 * Deletes a scenario's projections and writes them again from the ledger, in one atomic batch that fails (`isOutdated`)
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
    requireStill(d1, "(SELECT max(revision) FROM commits WHERE scenario = ?1) = ?2", scenario, revision),
    d1.prepare("UPDATE scenarios SET registration = ?2 WHERE slug = ?1").bind(scenario, registration),
    d1.prepare("DELETE FROM month_verdicts WHERE scenario = ?1").bind(scenario),
    d1.prepare("DELETE FROM settling_verdicts WHERE scenario = ?1").bind(scenario),
    ...NAMES.map((name) => d1.prepare(`DELETE FROM ${name} WHERE scenario = ?1`).bind(scenario)),
    d1.prepare("DELETE FROM view_cache WHERE scenario = ?1").bind(scenario),
    ...NAMES.flatMap((name) => insertRows<SQLiteTable>(d1, TABLES[name], rows[name])),
  ]);
}
