import type { Authorship, EntryDraft, Facts, Texts } from "../core/ledger";
import { canonical, randomHex, sha256 } from "./hash";
import type { commits, entries } from "./schema";

type CommitRow = typeof commits.$inferInsert;
type EntryRow = typeof entries.$inferInsert;

/** A text with the salt that keeps its digest from being guessed; null once redacted. */
export type SaltedTexts = Record<string, [salt: string, text: string] | null>;

/** How many event entries of each kind a ledger holds: what a frozen link says has happened since. */
export interface Counters {
  recorded: number;
  corrected: number;
  retracted: number;
}

export interface Head extends Counters {
  revision: number;
  hash: string;
  /** When its commit was recorded. */
  at: number;
}

/**
 * When the commit after a head is recorded: now, but never before the head, should the server's clock have been set
 * back. Recorded times of a ledger never run backwards.
 */
export function timeAfter(head: Head, now: number): number {
  return Math.max(now, head.at);
}

/** The head of an empty ledger: revision 0, and 64 noughts for the hash that the first commit chains to. */
export const GENESIS: Head = { revision: 0, hash: "0".repeat(64), at: 0, recorded: 0, corrected: 0, retracted: 0 };

export function digestText(salt: string, text: string): Promise<string> {
  return sha256(salt + text);
}

/** SHA-256 of the canonical entry: what it is about, what was done to it, and its payload. */
export function hashEntry(entry: Pick<EntryRow, "kind" | "subject" | "version" | "op" | "payload">): Promise<string> {
  const { kind, subject, version, op, payload } = entry;
  return sha256(canonical({ kind, subject, version, op, payload: JSON.parse(payload) }));
}

/** SHA-256 of the canonical commit; `entries` is the digest of the entries' hashes in order. */
export async function hashCommit(commit: Omit<CommitRow, "hash">, entryHashes: string[]): Promise<string> {
  const { scenario, previous, revision, who, at, reason } = commit;
  const digest = await sha256(entryHashes.join("\n"));
  return sha256(canonical({ scenario, previous, revision, who, at, reason, entries: digest }));
}

/** An entry before it has a place in the ledger: its hash holds neither revision nor ordinal. */
export type SealedEntry = Omit<EntryRow, "scenario" | "revision" | "ordinal">;

/** Salts and digests an entry's texts and hashes it. */
export async function sealEntry(draft: EntryDraft): Promise<SealedEntry> {
  const texts: SaltedTexts = {};
  const digests: Record<string, string> = {};
  for (const [field, text] of Object.entries(draft.texts)) {
    const salt = randomHex(16);
    texts[field] = [salt, text];
    digests[field] = await digestText(salt, text);
  }
  const { kind, subject, version, op } = draft;
  const payload = canonical({ facts: draft.facts, texts: digests });
  const entry = { kind, subject, version, op, payload, texts: JSON.stringify(texts) };
  return { ...entry, hash: await hashEntry(entry) };
}

/** The counters after a commit: event entries by what they did. */
export function countEntries(before: Counters, entries: readonly { kind: string; op: string }[]): Counters {
  const count = (op: EntryDraft["op"]): number =>
    entries.filter((entry) => entry.kind === "event" && entry.op === op).length;
  return {
    recorded: before.recorded + count("record"),
    corrected: before.corrected + count("correct"),
    retracted: before.retracted + count("retract"),
  };
}

/** Turns drafts into the next commit of a ledger, hashed and chained to its head. */
export async function sealCommit(
  scenario: string,
  head: Head,
  author: Authorship,
  drafts: EntryDraft[],
): Promise<{ commit: CommitRow; entries: EntryRow[]; head: Head }> {
  const sealed = await Promise.all(drafts.map(sealEntry));
  const hashes = sealed.map((entry) => entry.hash);
  const chained = await chainCommit(scenario, head, author, hashes, countEntries(head, drafts));
  const { revision } = chained.commit;
  return { ...chained, entries: sealed.map((entry, ordinal) => ({ scenario, revision, ordinal, ...entry })) };
}

/** The commit that follows a head, of entries whose hashes are known. */
export async function chainCommit(
  scenario: string,
  head: Head,
  { who, at, reason }: Authorship,
  entryHashes: string[],
  { recorded, corrected, retracted }: Counters,
): Promise<{ commit: CommitRow; head: Head }> {
  const revision = head.revision + 1;
  const counters = { recorded, corrected, retracted };
  const entryCount = entryHashes.length;
  const unsealed = { scenario, revision, who, at, reason, ...counters, entryCount, previous: head.hash };
  const hash = await hashCommit(unsealed, entryHashes);
  return { commit: { ...unsealed, hash }, head: { revision, hash, at, ...counters } };
}

/** The facts and the remaining texts of a stored entry. */
export function openEntry(entry: Pick<EntryRow, "payload" | "texts">): { facts: Facts; texts: Texts } {
  const { facts } = JSON.parse(entry.payload) as { facts: Facts };
  const salted = JSON.parse(entry.texts) as SaltedTexts;
  const texts: Texts = {};
  for (const [field, pair] of Object.entries(salted)) if (pair) texts[field] = pair[1];
  return { facts, texts };
}
