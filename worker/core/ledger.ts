/**
 * What an entry of the ledger is. An entry's texts stand apart from its payload, each with a salt, and the payload
 * holds their digests: so a text can be removed later (redaction) while every hash still verifies.
 */
import type { EventContent } from "./types";

/** What an entry can be about. Each is documented in `docs/ledger.md`; a test compares the two. */
export const ENTRY_KINDS = [
  "registration",
  "proposition",
  "resolution",
  "evidence",
  "forecast",
  "event",
  "attestation",
  "report",
  "review",
  "comment",
  "note",
  "said",
  "redaction",
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const ENTRY_OPS = ["record", "correct", "retract"] as const;
export type EntryOp = (typeof ENTRY_OPS)[number];

/** Facts of an entry: plain JSON values, no free text. */
export type Facts = Record<string, unknown>;
/** Free texts of an entry by field; empty ones are left out. */
export type Texts = Record<string, string>;

export interface EntryDraft {
  kind: EntryKind;
  subject: string;
  version: number;
  op: EntryOp;
  facts: Facts;
  texts: Texts;
}

/** Whoever writes, when (epoch milliseconds) and why. */
export interface Authorship {
  who: string;
  at: number;
  reason: string;
}

/** Stands where a text was that every event has, once it is redacted. */
export const REMOVED = "[removed]";

/** The free texts of an event, which a redaction can remove; `actors` is one too. */
export const EVENT_TEXTS = [
  "title",
  "scoreReason",
  "project",
  "location",
  "sourceTitle",
  "sourceUrl",
  "notes",
  "quote",
] as const;
/** Never empty unless removed. */
const NEEDED = new Set<string>(["title", "sourceTitle"]);

/**
 * Splits an event into facts and texts. `actors` become one text, a JSON list, since names of persons may be in it.
 * Worked example: {date: "2012-10-03", title: "Lavrov in Islamabad", ...} -> facts {date, indicator, ...}, texts {title}.
 */
export function splitEvent(content: EventContent, clientId: string | null): { facts: Facts; texts: Texts } {
  const { title, scoreReason, project, location, sourceTitle, sourceUrl, notes, quote, actors, ...facts } = content;
  const all: Texts = { title, scoreReason, project, location, sourceTitle, sourceUrl, notes, quote };
  if (actors.length > 0) all.actors = JSON.stringify(actors);
  const texts = Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ""));
  return { facts: clientId === null ? { ...facts } : { ...facts, clientId }, texts };
}

/** The reverse of `splitEvent`; a redacted text is missing from `texts` and reads as empty, a needed one as `REMOVED`. */
export function joinEvent(facts: Facts, texts: Texts): EventContent {
  // An override always has a reason, or the event could be neither corrected nor imported again.
  const isNeeded = (field: string): boolean =>
    NEEDED.has(field) || (field === "scoreReason" && typeof facts["score10"] === "number");
  const plain = Object.fromEntries(
    EVENT_TEXTS.map((field) => [field, texts[field] ?? (isNeeded(field) ? REMOVED : "")]),
  );
  const { clientId: _clientId, ...rest } = facts;
  return { ...rest, ...plain, actors: texts.actors ? JSON.parse(texts.actors) : [] } as unknown as EventContent;
}
