import { and, asc, eq } from "drizzle-orm";
import type { Attestation, Outcome, Proposition } from "../core/types";
import type { Database } from "./database";
import { attestations, propositions } from "./schema";
import type { AttestationRow } from "./statement-rows";

export interface StoredProposition {
  proposition: Proposition;
  outcome: Outcome | null;
}

/** Active attestations and all propositions of a scenario, in two selects of one batch. */
export async function loadStatements(
  db: Database,
  scenario: string,
): Promise<{ attestations: Attestation[]; propositions: StoredProposition[] }> {
  const [attested, claims] = await db.query.batch([
    db.query
      .select()
      .from(attestations)
      .where(and(eq(attestations.scenario, scenario), eq(attestations.status, "active")))
      .orderBy(asc(attestations.month)),
    db.query.select().from(propositions).where(eq(propositions.scenario, scenario)).orderBy(asc(propositions.position)),
  ]);
  return {
    attestations: attested.map(({ month, note, inferred }) => ({ month, note, inferred })),
    propositions: claims.map((row) => ({
      proposition: JSON.parse(row.content),
      outcome: row.outcome === null ? null : JSON.parse(row.outcome),
    })),
  };
}

/** The attestations of a scenario by month whatever their status; a withdrawn one keeps its version. */
export async function loadAttestations(db: Database, scenario: string): Promise<Map<string, AttestationRow>> {
  const [rows] = await db.query.batch([
    db.query.select().from(attestations).where(eq(attestations.scenario, scenario)),
  ]);
  return new Map(rows.map((row) => [row.month, row]));
}
