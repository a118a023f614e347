import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { insertRows, replaceColumns } from "./bulk";
import { findProposition } from "./claims";
import type { Database } from "./database";
import type { Folded } from "./fold";
import { attestations, comments, evidence, notes, propositions, reports, reviews } from "./schema";

/** An outcome is folded into its claim, which therefore has to be there first. */
export async function seedClaims(
  db: Database,
  scenario: string,
  state: Folded,
  claims: Iterable<string>,
): Promise<void> {
  for (const claim of new Set(claims)) {
    const row = await findProposition(db, scenario, claim);
    if (row) state.propositions.set(claim, row);
  }
}

/** Writes every row of a fold over the one that stands, of all tables but those of events and forecasts. */
export function upsertFolded(d1: D1Database, state: Folded): D1PreparedStatement[] {
  const everyReview = [...state.reviews.values()].flatMap((ofEvent) => [...ofEvent.values()]);
  const upsert = (table: SQLiteTable, key: string[], rows: object[]): D1PreparedStatement[] => {
    const columns = ["scenario", ...key];
    const names = columns.map((column) => `"${column}"`).join(", ");
    return insertRows(d1, table, rows, `(${names}) DO UPDATE SET ${replaceColumns(table, columns)}`);
  };
  return [
    ...upsert(attestations, ["month"], [...state.attestations.values()]),
    ...upsert(propositions, ["id"], [...state.propositions.values()]),
    ...upsert(evidence, ["proposition", "event"], [...state.evidence.values()]),
    ...upsert(reports, ["event", "number"], [...state.reports.values()]),
    ...upsert(reviews, ["event", "analyst"], everyReview),
    ...upsert(comments, ["event", "number"], [...state.comments.values()]),
    ...upsert(notes, ["month"], [...state.notes.values()]),
  ];
}
