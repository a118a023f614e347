/** Ledger entries of everything but events: split into facts and texts, and joined again. */
import { REMOVED, type EntryDraft, type Facts, type Texts } from "./ledger";
import type { Attestation, Comment, Evidence, Note, Outcome, Proposition, Registration, Report, Review } from "./types";

type Said = Pick<EntryDraft, "facts" | "texts">;

/** Takes the named members out as texts; empty ones are left out. */
function split(value: object, textFields: readonly string[]): Said {
  const members: [string, unknown][] = Object.entries(value);
  const isText = ([name]: [string, unknown]): boolean => textFields.includes(name);
  const texts = members.filter((member) => isText(member) && member[1] !== "");
  return {
    facts: Object.fromEntries(members.filter((member) => !isText(member))),
    texts: Object.fromEntries(texts) as Texts,
  };
}

/** Puts the texts back; a missing one (empty, or redacted) reads as empty. */
function join(facts: Facts, texts: Texts, textFields: readonly string[]): Facts {
  return { ...facts, ...Object.fromEntries(textFields.map((field) => [field, texts[field] ?? ""])) };
}

const PROPOSITION_TEXTS = ["question", "criteria", "locator", "articleCue"] as const;
const OUTCOME_TEXTS = ["sourceTitle", "sourceUrl", "note"] as const;
const EVIDENCE_TEXTS = ["rivalExplanation"] as const;
const ATTESTATION_TEXTS = ["note"] as const;
const REPORT_TEXTS = ["sourceTitle", "sourceUrl", "quote"] as const;
const REVIEW_TEXTS = ["comment"] as const;
/** Of a comment and of an analyst's note. */
const BODY_TEXTS = ["text"] as const;

export const splitProposition = (value: Proposition): Said => split(value, PROPOSITION_TEXTS);
export const splitOutcome = (value: Outcome): Said => split(value, OUTCOME_TEXTS);
export const splitEvidence = (value: Evidence): Said => split(value, EVIDENCE_TEXTS);
export const splitAttestation = (value: Attestation): Said => split(value, ATTESTATION_TEXTS);
export const splitReport = (value: Report): Said => split(value, REPORT_TEXTS);
export const splitReview = (value: Review): Said => split(value, REVIEW_TEXTS);
export const splitComment = (value: Comment): Said => split(value, BODY_TEXTS);
export const splitNote = (value: Note): Said => split(value, BODY_TEXTS);

export function joinProposition(facts: Facts, texts: Texts): Proposition {
  return join(facts, texts, PROPOSITION_TEXTS) as unknown as Proposition;
}
export function joinOutcome(facts: Facts, texts: Texts): Outcome {
  return join(facts, texts, OUTCOME_TEXTS) as unknown as Outcome;
}
export function joinEvidence(facts: Facts, texts: Texts): Evidence {
  return join(facts, texts, EVIDENCE_TEXTS) as unknown as Evidence;
}
export function joinAttestation(facts: Facts, texts: Texts): Attestation {
  return join(facts, texts, ATTESTATION_TEXTS) as unknown as Attestation;
}
export function joinReport(facts: Facts, texts: Texts): Report {
  return join(facts, { sourceTitle: REMOVED, ...texts }, REPORT_TEXTS) as unknown as Report;
}
export function joinReview(facts: Facts, texts: Texts): Review {
  return join(facts, texts, REVIEW_TEXTS) as unknown as Review;
}
/** A comment and a note are never empty unless removed. */
export function joinComment(facts: Facts, texts: Texts): Comment {
  return join(facts, { text: REMOVED, ...texts }, BODY_TEXTS) as unknown as Comment;
}
export function joinNote(facts: Facts, texts: Texts): Note {
  return join(facts, { text: REMOVED, ...texts }, BODY_TEXTS) as unknown as Note;
}

/** A claim of a scenario file with what the file says of it. */
export interface FiledProposition {
  proposition: Proposition;
  outcome: Outcome | null;
  evidence: Evidence[];
}

/** The subject of an evidence entry: the proposition and the event, which may hold any character but a line break. */
export function evidenceSubject(proposition: string, event: string): string {
  return `${proposition}\n${event}`;
}

/** The subject of a report or a comment of an event: they are numbered, each in its own row. */
export function numberedSubject(event: string, number: number): string {
  return `${event}\n${number}`;
}

/** The subject of an analyst's review of an event; each time they judge it is a version. */
export function reviewSubject(event: string, analyst: string): string {
  return `${event}\n${analyst}`;
}

/** The subject of an analyst's forecasts of a proposition; each forecast is a version. */
export function forecastSubject(proposition: string, analyst: string): string {
  return `${proposition}\n${analyst}`;
}

/** The entries of a scenario's first commit: the registration, then each claim with its outcome and evidence. */
export function registrationEntries(registration: Registration, claims: FiledProposition[]): EntryDraft[] {
  const first = { version: 1, op: "record" } as const;
  const entries: EntryDraft[] = [
    { kind: "registration", subject: registration.slug, ...first, facts: { ...registration }, texts: {} },
  ];
  for (const { proposition, outcome, evidence } of claims) {
    const { id } = proposition;
    entries.push({ kind: "proposition", subject: id, ...first, ...splitProposition(proposition) });
    if (outcome) entries.push({ kind: "resolution", subject: id, ...first, ...splitOutcome(outcome) });
    for (const item of evidence) {
      const subject = evidenceSubject(id, item.event);
      entries.push({ kind: "evidence", subject, ...first, ...splitEvidence(item) });
    }
  }
  return entries;
}
