import { effectiveScore10, weight100 } from "../core/grading";
import { joinEvent } from "../core/ledger";
import { joinAttestation, joinEvidence, joinOutcome, joinProposition } from "../core/ledger-statements";
import { reviewOf, standingAfter } from "../core/reviews";
import type { SaidCorrection } from "../core/said";
import type { Month, Registration } from "../core/types";
import type { ForecastRow } from "./claims";
import { activeReviews, emptyDiscussion, foldDiscussion, type FoldedDiscussion } from "./fold-discussion";
import type { StoredEvent } from "./event-rows";
import type { EntryRow, Signed } from "./history";
import { openEntry } from "./seal";
import {
  attestationRow,
  evidenceRow,
  propositionRow,
  withOutcome,
  type AttestationRow,
  type EvidenceRow,
  type PropositionRow,
} from "./statement-rows";

/** Everything that a ledger says as of its latest commit: what the projections must equal. */
export interface Folded extends FoldedDiscussion {
  registration: Registration | null;
  events: Map<string, StoredEvent>;
  attestations: Map<string, AttestationRow>;
  propositions: Map<string, PropositionRow>;
  evidence: Map<string, EvidenceRow>;
  forecasts: ForecastRow[];
  /** The newest correction of a record of a month-end, with the revision that made it. */
  said: Map<Month, SaidCorrection & { correctedIn: number }>;
}

export function emptyFold(): Folded {
  return {
    registration: null,
    events: new Map(),
    attestations: new Map(),
    propositions: new Map(),
    evidence: new Map(),
    forecasts: [],
    said: new Map(),
    ...emptyDiscussion(),
  };
}

/** Applies one entry. Entries must come in ledger order; the newest version of a subject stands. */
export function foldEntry(state: Folded, entry: EntryRow, commit: Signed): void {
  const { scenario, subject, version, revision, op } = entry;
  const { facts, texts } = openEntry(entry);
  switch (entry.kind) {
    case "registration":
      state.registration = facts as unknown as Registration;
      return;
    case "event":
      foldEvent(state, entry, commit);
      return;
    case "attestation": {
      const status = op === "retract" ? "retracted" : "active";
      const said = joinAttestation(facts, texts);
      state.attestations.set(subject, attestationRow(scenario, said, status, { version, revision }));
      return;
    }
    case "proposition": {
      const position = state.propositions.get(subject)?.position ?? state.propositions.size;
      const row = propositionRow(scenario, position, joinProposition(facts, texts), { version, revision });
      state.propositions.set(subject, row);
      return;
    }
    case "resolution": {
      const row = state.propositions.get(subject);
      if (!row) throw new Error(`A resolution of ${subject} comes before the proposition`);
      state.propositions.set(subject, withOutcome(row, op === "retract" ? null : joinOutcome(facts, texts), version));
      return;
    }
    case "evidence": {
      const [proposition = ""] = subject.split("\n");
      const status = op === "retract" ? "retracted" : "active";
      const place = { version, revision };
      state.evidence.set(subject, evidenceRow(scenario, proposition, joinEvidence(facts, texts), place, status));
      return;
    }
    case "forecast": {
      const { proposition, analyst, probability } = facts as Pick<
        ForecastRow,
        "proposition" | "analyst" | "probability"
      >;
      const recordedAt = commit.at;
      state.forecasts.push({ scenario, proposition, analyst, version, revision, recordedAt, probability });
      return;
    }
    case "report":
    case "comment":
    case "note":
      foldDiscussion(state, entry, commit);
      return;
    case "review":
      foldDiscussion(state, entry, commit);
      restand(state, subject.split("\n")[0] ?? "");
      return;
    case "said":
      state.said.set(subject, { ...(facts as unknown as SaidCorrection), correctedIn: revision });
      return;
    case "redaction":
      return;
    default:
      throw new Error(`The ledger holds an entry of unknown kind "${entry.kind}"`);
  }
}

/** How an event stands after a review of it. */
function restand(state: Folded, ref: string): void {
  const event = state.events.get(ref);
  if (!event) throw new Error(`A review of ${ref} comes before the event`);
  state.events.set(ref, { ...event, review: reviewOf(event.version, activeReviews(state, ref)) });
}

function foldEvent(state: Folded, entry: EntryRow, commit: Signed): void {
  const { subject: ref, version, revision, ordinal, op } = entry;
  const meta = { version, revision, ordinal, recordedAt: commit.at, who: commit.who };
  const earlier = state.events.get(ref);
  if (op === "retract") {
    if (!earlier) throw new Error(`A retraction of ${ref} comes before the event`);
    state.events.set(ref, { ...earlier, ...meta, status: "retracted", review: standingAfter(earlier.review) });
    return;
  }
  const { registration } = state;
  const { facts, texts } = openEntry(entry);
  const content = joinEvent(facts, texts);
  const indicator = registration?.indicators.find(({ key }) => key === content.indicator);
  if (!registration || !indicator) throw new Error(`The event ${ref} has an indicator that is not registered`);
  state.events.set(ref, {
    ...content,
    ref,
    ...meta,
    status: "active",
    review: standingAfter(earlier?.review ?? "unreviewed"),
    clientId: typeof facts.clientId === "string" ? facts.clientId : null,
    effective10: effectiveScore10(indicator, content.code, content.score10),
    weight100: weight100(registration, content.sourceReliability, content.infoCredibility),
  });
}
