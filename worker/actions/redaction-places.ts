import { canRemove, ownerOf, redactedSubject, type RemovedWords } from "../core/redaction";
import { cutQuotes, quoteIn, type RedactionPlace } from "../core/quotes";
import type { EntryKind, Facts } from "../core/ledger";
import type { LinkNotice } from "../core/sharing";
import type { Database } from "../store/database";
import { subjectEntries, type EntryRow } from "../store/history";
import { entriesOfEvent, quotingRows } from "../store/redactions";
import { openEntry } from "../store/seal";
import type { SnapshotRow } from "../store/snapshots";

/** A place with the subject that the ledger knows it by; "" where it stands in no entry. */
export interface Place extends RedactionPlace {
  subject: string;
}

export const placeOf = ({ kind, subject }: Pick<EntryRow, "kind" | "subject">, field: string): string =>
  `${redactedSubject({ kind: kind as EntryKind, subject })}:${field}`;

/**
 * Other texts that repeat removed words, each once, though several versions may. `isRemoved` tells what the redaction
 * takes in any case.
 */
export async function findPlaces(
  db: Database,
  slug: string,
  words: readonly RemovedWords[],
  links: readonly SnapshotRow[],
  isRemoved: (entry: EntryRow, field: string) => boolean,
): Promise<{ places: Place[]; more: boolean }> {
  const { entries, commits, more } = await quotingRows(
    db,
    slug,
    words.map(({ text }) => text),
  );
  const found = [
    ...entries.flatMap((entry) => inEntry(entry, words, isRemoved)),
    ...links.flatMap((link) => inLink(link, words)),
    ...commits.flatMap(({ revision, reason }): Place[] => {
      const quote = quoteIn(reason, words);
      const place = `commit:${revision}:reason`;
      return quote
        ? [{ place, kind: "commit", subject: "", of: [String(revision)], field: "reason", ...quote, state: "fixed" }]
        : [];
    }),
  ];
  // The newest version stands first, and is the one that is shown.
  const once = new Map(found.toReversed().map((one) => [one.place, one]));
  return { places: [...once.values()].toSorted((a, b) => (a.place < b.place ? -1 : 1)), more };
}

/** Many events have the same: that alone repeats nothing. */
const SHARED = new Set(["project", "location"]);

function inEntry(
  entry: EntryRow,
  words: readonly RemovedWords[],
  isRemoved: (entry: EntryRow, field: string) => boolean,
): Place[] {
  const kind = entry.kind as EntryKind;
  const { facts, texts } = openEntry(entry);
  const of = namesOf(entry);
  const said = Object.entries(texts).flatMap(([field, text]): Place[] => {
    const sought = SHARED.has(field) ? words.filter((one) => one.field !== field) : words;
    const quote = isRemoved(entry, field) ? null : quoteIn(shown(field, text), sought);
    const state = canRemove(kind) ? "kept" : "fixed";
    return quote ? [{ place: placeOf(entry, field), kind, subject: entry.subject, of, field, ...quote, state }] : [];
  });
  const stated = textsWithin(facts).flatMap(([field, text]): Place[] => {
    const quote = quoteIn(text, words);
    const place = placeOf(entry, field);
    return quote ? [{ place, kind, subject: entry.subject, of, field, ...quote, state: "fixed" }] : [];
  });
  return [...said, ...stated];
}

function shown(field: string, text: string): string {
  return field === "actors" ? (JSON.parse(text) as string[]).join("; ") : text;
}

/** A review is known by its event alone: who wrote it is no part of its name. */
function namesOf({ kind, subject }: EntryRow): string[] {
  return kind === "review" ? [ownerOf({ kind, subject }).subject] : subject.split("\n");
}

/** Every text within facts, by the member at the top that it stands in. */
function textsWithin(facts: Facts): [string, string][] {
  const within = (value: unknown): string[] => {
    if (typeof value === "string") return [value];
    return typeof value === "object" && value !== null ? Object.values(value).flatMap(within) : [];
  };
  return Object.entries(facts).flatMap(([name, value]) => within(value).map((text): [string, string] => [name, text]));
}

const LINK_TEXTS = ["title", "note", "withdrawnReason"] as const;
const linkPlace = ({ id }: SnapshotRow, field: string): string => `link:${id}:${field}`;

function inLink(link: SnapshotRow, words: readonly RemovedWords[]): Place[] {
  const notices: LinkNotice[] = JSON.parse(link.notices);
  const texts = [
    ...LINK_TEXTS.map((field): [string, string] => [field, link[field]]),
    ...notices.map(({ text }): [string, string] => ["notices", text]),
  ];
  return texts.flatMap(([field, text]): Place[] => {
    const quote = quoteIn(text, words);
    const place = linkPlace(link, field);
    return quote ? [{ place, kind: "link", subject: "", of: [link.title], field, ...quote, state: "kept" }] : [];
  });
}

/** A link without removed words in those of its texts that were chosen: itself where none was. */
export function rewordLink(
  link: SnapshotRow,
  words: readonly RemovedWords[],
  chosen: ReadonlySet<string>,
): SnapshotRow {
  const cut = Object.fromEntries(
    LINK_TEXTS.filter((field) => chosen.has(linkPlace(link, field))).map((field) => [
      field,
      cutQuotes(link[field], words),
    ]),
  );
  const notices: LinkNotice[] = JSON.parse(link.notices);
  const cutNotices = chosen.has(linkPlace(link, "notices")) && {
    notices: JSON.stringify(notices.map((notice) => ({ ...notice, text: cutQuotes(notice.text, words) }))),
  };
  return Object.keys(cut).length === 0 && !cutNotices ? link : { ...link, ...cut, ...cutNotices };
}

/**
 * Every version of what chosen places belong to, in ledger order: of an event with all that was said of it, for its rows
 * are written anew together. `owner`, whose entries are at hand, is left out.
 */
export async function entriesOfPlaces(
  db: Database,
  slug: string,
  chosen: readonly Place[],
  owner: string,
): Promise<EntryRow[]> {
  const owners = chosen.flatMap(({ kind, subject }) =>
    kind === "link" || kind === "commit" ? [] : [ownerOf({ kind, subject })],
  );
  const others = new Map(owners.map((one) => [redactedSubject(one), one]));
  others.delete(owner);
  const lists = [...others.values()].map(({ kind, subject }) =>
    kind === "event" ? entriesOfEvent(db, slug, subject) : subjectEntries(db, slug, kind, subject),
  );
  return (await Promise.all(lists)).flat();
}
