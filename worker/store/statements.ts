import { and, asc, eq, inArray } from "drizzle-orm";
import type { Attestation } from "../core/types";
import type { InputProposition } from "../core/view-input";
import type { Database } from "./database";
import { fromEventRow, type StoredEvent } from "./event-rows";
import { attestations, events, evidence, propositions } from "./schema";
import type { AttestationRow } from "./statement-rows";

function activeAttestations(db: Database, scenario: string) {
  return db.query
    .select()
    .from(attestations)
    .where(and(eq(attestations.scenario, scenario), eq(attestations.status, "active")))
    .orderBy(asc(attestations.month));
}

function fromRow({ month, note, inferred }: AttestationRow): Attestation {
  return { month, note, inferred };
}

export async function loadActiveAttestations(db: Database, scenario: string): Promise<Attestation[]> {
  const [rows] = await db.query.batch([activeAttestations(db, scenario)]);
  return rows.map(fromRow);
}

/** Active attestations, and all propositions with their outcomes and the evidence whose events still stand. */
export async function loadStatements(
  db: Database,
  scenario: string,
): Promise<{ attestations: Attestation[]; propositions: InputProposition[] }> {
  const counted = and(eq(evidence.scenario, scenario), eq(evidence.status, "active"));
  const [attested, claims, items, cited] = await db.query.batch([
    activeAttestations(db, scenario),
    db.query.select().from(propositions).where(eq(propositions.scenario, scenario)).orderBy(asc(propositions.position)),
    db.query.select().from(evidence).where(counted),
    db.query
      .select()
      .from(events)
      .where(
        and(
          eq(events.scenario, scenario),
          inArray(events.ref, db.query.select({ ref: evidence.event }).from(evidence).where(counted)),
        ),
      ),
  ]);
  const byRef = new Map(cited.map((row) => [row.ref, fromEventRow(row)]));
  return {
    attestations: attested.map(fromRow),
    propositions: claims.map((row) => ({
      ...JSON.parse(row.content),
      outcome: row.outcome === null ? null : JSON.parse(row.outcome),
      evidence: withEvents(
        items.filter(({ proposition }) => proposition === row.id),
        byRef,
      ),
    })),
  };
}

type Item = Pick<typeof evidence.$inferSelect, "event" | "likelihoodRatio" | "cluster" | "rivalExplanation">;

/** Evidence with its event as it stands; an event that is missing or retracted is no evidence. */
export function withEvents(
  items: readonly Item[],
  events: ReadonlyMap<string, StoredEvent>,
): InputProposition["evidence"] {
  return items.flatMap(({ event, likelihoodRatio, cluster, rivalExplanation }) => {
    const found = events.get(event);
    if (found?.status !== "active") return [];
    const { title, date, weight100 } = found;
    return [{ event, likelihoodRatio, cluster, rivalExplanation, title, date, weight100 }];
  });
}

/** The attestations of a scenario by month whatever their status; a withdrawn one keeps its version. */
export async function loadAttestations(db: Database, scenario: string): Promise<Map<string, AttestationRow>> {
  const [rows] = await db.query.batch([
    db.query.select().from(attestations).where(eq(attestations.scenario, scenario)),
  ]);
  return new Map(rows.map((row) => [row.month, row]));
}
