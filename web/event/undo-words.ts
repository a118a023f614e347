/** What an undo would take back, in words. */
import type { UndoOffer } from "../../worker/contract/undo-requests";
import { countOf, listOf } from "../lib/format";

const NOUNS: Record<keyof UndoOffer["entries"], [string, string]> = {
  registration: ["registration", "registrations"],
  proposition: ["claim", "claims"],
  resolution: ["outcome", "outcomes"],
  evidence: ["rating of evidence", "ratings of evidence"],
  forecast: ["forecast", "forecasts"],
  event: ["event", "events"],
  attestation: ["month looked at", "months looked at"],
  report: ["report", "reports"],
  review: ["review", "reviews"],
  comment: ["comment", "comments"],
  note: ["note of a month", "notes of months"],
  said: ["record of a month-end", "records of month-ends"],
  redaction: ["removal", "removals"],
};

const isKind = (name: string): name is keyof typeof NOUNS => Object.hasOwn(NOUNS, name);

/** "1 event and 2 reports (PKRU-0043)"; the subjects are left out where the offer does not name them all. */
export function takenBackInWords({ entries, refs }: Pick<UndoOffer, "entries" | "refs">): string {
  const counts = Object.entries(entries).filter(([, count]) => count > 0);
  const parts = counts.map(([kind, count]) => (isKind(kind) ? countOf(count, ...NOUNS[kind]) : `${count} ${kind}`));
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const more = total > refs.length && refs.length >= 5 ? " and more" : "";
  return `${listOf(parts)}${refs.length === 0 ? "" : ` (${refs.join(", ")}${more})`}`;
}
