/** Taking a commit back: what the next version of each of its subjects has to say. */
import { countLabel } from "./labels";
import type { EntryDraft, EntryKind } from "./ledger";

/** A version of a subject as the ledger has it. */
export interface PastEntry extends EntryDraft {
  /** Whether a redaction took a text out of it. */
  redacted: boolean;
}

/** What cannot be taken back, and what to do instead. */
const FINAL: ReadonlyMap<EntryKind, string> = new Map([
  [
    "registration",
    "The rules of a scenario are frozen and cannot be taken back: register a higher version of its file instead.",
  ],
  ["proposition", "A claim cannot be taken back: settle it as void instead."],
  ["forecast", "A forecast cannot be taken back: record a new one instead."],
  [
    "said",
    "A record of a month-end that was put right cannot be made wrong again: `npm run verify` says whether it is right.",
  ],
  ["redaction", "What was removed is gone for good: if it has to come back, write it again as a correction."],
]);

/** Why a commit with an entry of this kind cannot be taken back, or null if it can. */
export function finalReason(kind: EntryKind): string | null {
  return FINAL.get(kind) ?? null;
}

/**
 * The version that puts a subject back to where it stood before an entry: taken back where it was not there or taken back
 * then, else what the version before said. `null` where a text that would have to come back was redacted.
 *
 * @example undoOf(version 2, "correct": B2, version 1: A1) // version 3, "correct": A1
 * @example undoOf(version 1, "record", null) // version 2, "retract"
 */
export function undoOf(entry: PastEntry, before: PastEntry | null): EntryDraft | null {
  const { kind, subject, version } = entry;
  const next = { kind, subject, version: version + 1 };
  if (before !== null && before.op !== "retract") {
    if (before.redacted) return null;
    return { ...next, op: "correct", facts: before.facts, texts: before.texts };
  }
  // A retraction of an event says nothing but that; of anything else it repeats what no longer holds.
  if (kind === "event") return { ...next, op: "retract", facts: {}, texts: {} };
  const { facts, texts } = before ?? entry;
  return { ...next, op: "retract", facts, texts };
}

/**
 * What an entry is about, in the words that people know it by: an event's reference, a month, a claim's id.
 *
 * @example aboutOf("report", "PKRU-0043\n2") // "PKRU-0043"
 * @example aboutOf("evidence", "C01\nPKRU-0043") // "PKRU-0043"
 * @example aboutOf("redaction", "event:PKRU-0043") // "PKRU-0043"
 */
export function aboutOf(kind: EntryKind, subject: string): string {
  if (kind === "redaction") return subject.slice(subject.indexOf(":") + 1).split("\n")[0] ?? subject;
  const parts = subject.split("\n");
  return (kind === "evidence" ? parts[1] : parts[0]) ?? subject;
}

const NAMED = 5;

/**
 * Why a commit cannot be taken back where others built on it.
 *
 * @example changedSince(["PKRU-0043"]) // "PKRU-0043 was changed since by somebody else. Correct it by hand."
 */
export function changedSince(names: readonly string[]): string {
  const one = names.length === 1;
  return `${listed(names)} ${one ? "was" : "were"} changed since by somebody else. Correct ${one ? "it" : "them"} by hand.`;
}

/**
 * Why a commit cannot be taken back where a text of before is gone.
 *
 * @example removedSince(["PKRU-0043"]) // "A text of PKRU-0043 that would have to come back was removed for good. Correct it by hand."
 */
export function removedSince(names: readonly string[]): string {
  const it = names.length === 1 ? "it" : "them";
  return `A text of ${listed(names)} that would have to come back was removed for good. Correct ${it} by hand.`;
}

function listed(names: readonly string[]): string {
  if (names.length > NAMED) {
    return `${names.slice(0, NAMED).join(", ")} and ${countLabel(names.length - NAMED, "other")}`;
  }
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
