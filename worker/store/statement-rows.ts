import type { Attestation, Evidence, Outcome, Proposition } from "../core/types";
import { canonical } from "./hash";
import type { attestations, evidence, propositions } from "./schema";

export type AttestationRow = typeof attestations.$inferSelect;
export type PropositionRow = typeof propositions.$inferSelect;
export type EvidenceRow = typeof evidence.$inferSelect;

/** Where an entry stands in its subject's life and in the ledger. */
export interface Place {
  version: number;
  revision: number;
}

export function attestationRow(
  scenario: string,
  { month, note, inferred }: Attestation,
  status: AttestationRow["status"],
  { version, revision }: Place,
): AttestationRow {
  return { scenario, month, version, status, revision, note, inferred };
}

export function propositionRow(
  scenario: string,
  position: number,
  proposition: Proposition,
  { version, revision }: Place,
): PropositionRow {
  // Canonical, so that the row is the same whether it was written at once or rebuilt from the ledger.
  const content = canonical(proposition);
  return { scenario, id: proposition.id, position, version, revision, content, outcome: null, outcomeVersion: 0 };
}

export function withOutcome(row: PropositionRow, outcome: Outcome | null, outcomeVersion: number): PropositionRow {
  return { ...row, outcome: outcome === null ? null : canonical(outcome), outcomeVersion };
}

export function evidenceRow(
  scenario: string,
  proposition: string,
  { event, likelihoodRatio, cluster, rivalExplanation }: Evidence,
  { version, revision }: Place,
  status: EvidenceRow["status"] = "active",
): EvidenceRow {
  return {
    scenario,
    proposition,
    event,
    version,
    revision,
    status,
    likelihoodRatio,
    cluster,
    rivalExplanation,
  };
}
