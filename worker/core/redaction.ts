/** Removing texts for good (libel, privacy, a court): which ones, and what stands in their place. */
import { EVENT_TEXTS, REMOVED, type EntryDraft, type EntryKind } from "./ledger";

/** What people said of an event; a redaction takes all their texts or none. */
const SAID_OF_EVENT = { reports: "report", reviews: "review", comments: "comment" } as const;

/** What a redaction of an event can name. */
export const REDACTABLE = [...EVENT_TEXTS, "actors", "reports", "reviews", "comments"] as const;
export type Redactable = (typeof REDACTABLE)[number];

/**
 * Whether a redaction of these fields takes a text out of an entry of an event or of what was said of it.
 *
 * @example takesOut(new Set(["title", "reports"]), "event", "notes") // false
 * @example takesOut(new Set(["title", "reports"]), "report", "quote") // true
 */
export function takesOut(fields: ReadonlySet<string>, kind: EntryKind, text: string): boolean {
  return fields.has(kind === "event" ? text : nameOf(kind, text));
}

/**
 * What a removed text is called: an event's by its field, one of what was said of it by what that was.
 *
 * @example nameOf("report", "quote") // "reports"
 */
export function nameOf(kind: EntryKind, text: string): string {
  const [said] = Object.entries(SAID_OF_EVENT).find(([, one]) => one === kind) ?? [];
  return said ?? text;
}

/** A text that was removed. */
export interface RemovedText {
  kind: EntryKind;
  field: string;
  text: string;
}

/** Texts that go from one entry of the ledger. */
export interface Blanked {
  kind: EntryKind;
  subject: string;
  fields: readonly string[];
}

/** How a subject is called by a redaction of it. */
export function redactedSubject({ kind, subject }: Pick<Blanked, "kind" | "subject">): string {
  return `${kind}:${subject}`;
}

/**
 * The entries that record a redaction: one a subject that loses texts, and always one of `main`, which names all of them.
 * `counts` tells how often each was redacted before.
 *
 * @example redactionEntries({ kind: "event", subject: "E-1" }, [a report of E-1 that loses its quote], new Map())
 * // of "event:E-1" with fields ["reports"], of "report:E-1\n1" with fields ["quote"]
 */
export function redactionEntries(
  main: Pick<Blanked, "kind" | "subject">,
  blanked: readonly Blanked[],
  counts: ReadonlyMap<string, number>,
): EntryDraft[] {
  const ofMain = redactedSubject(main);
  const bySubject = new Map<string, string[]>([[ofMain, fieldNames(blanked)]]);
  for (const [subject, list] of Map.groupBy(blanked, redactedSubject)) {
    if (subject !== ofMain) bySubject.set(subject, [...new Set(list.flatMap(({ fields }) => fields))].toSorted());
  }
  return [...bySubject].map(([subject, fields]) => ({
    kind: "redaction",
    subject,
    version: (counts.get(subject) ?? 0) + 1,
    op: "record",
    facts: { fields },
    texts: {},
  }));
}

/** What is removed, in the names that a person knows. */
export function fieldNames(blanked: readonly Blanked[]): string[] {
  return [...new Set(blanked.flatMap(({ kind, fields }) => fields.map((field) => nameOf(kind, field))))].toSorted();
}

/** What to take out of a frozen view or file. */
export interface Removal {
  /** The reference, month or claim whose texts they are. */
  of: string;
  /** By member, what was said in any version. */
  texts: ReadonlyMap<string, ReadonlySet<string>>;
  /** What is taken out wherever it stands, the longest first. */
  anywhere: readonly string[];
}

/** Members that are never empty. */
const NEEDED = new Set(["title", "sourceTitle", "scoreReason", "text"]);
/** Names of things that many events share: taken out of the event's own members only. */
const SHARED = new Set(["project", "location", "actors"]);
/** A shorter text may stand somewhere by chance. */
const SURE = 20;
/** A shorter text cannot be told from ordinary words. */
const TELLING = 8;

/** What stands where a text was. */
export function placeholderOf(field: string): string {
  return NEEDED.has(field) ? REMOVED : "";
}

/**
 * What to take out of what was frozen earlier. `kept` are texts that others still say, such as a title shared with another
 * event: they go from the members of their own event only.
 *
 * @example removalOf("E-1", "event", [{ kind: "event", field: "title", text: "A minister took money" }], new Set())
 * // { of: "E-1", texts: title -> "A minister took money", anywhere: ["A minister took money"] }
 */
export function removalOf(
  of: string,
  kind: EntryKind,
  removed: readonly RemovedText[],
  kept: ReadonlySet<string>,
): Removal {
  const own = removed.filter((one) => one.kind === kind);
  const byField = Map.groupBy(own, ({ field }) => field);
  const texts = new Map([...byField].map(([field, list]) => [field, new Set(list.map(({ text }) => text))]));
  return { of, texts, anywhere: sureTexts(removed).filter((text) => !kept.has(text)) };
}

/** Removed texts that cannot stand anywhere by chance, each once, the longest first. */
export function sureTexts(removed: readonly RemovedText[]): string[] {
  const all = removed.filter(({ field }) => !SHARED.has(field)).map(({ text }) => text);
  return [...new Set(all)]
    .filter((text) => Array.from(text).length >= SURE)
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/**
 * Whether a reason, which stays for good, repeats a text that it gives the reason for removing.
 *
 * @example repeats("We wrote that Ivan Petrov stole", [{ kind: "event", field: "actors", text: '["Ivan Petrov"]' }]) // true
 */
export function repeats(reason: string, removed: readonly RemovedText[]): boolean {
  const said = reason.toLowerCase();
  return removed
    .flatMap(({ field, text }): string[] => (field === "actors" ? JSON.parse(text) : [text]))
    .some((text) => Array.from(text.trim()).length >= TELLING && said.includes(text.trim().toLowerCase()));
}
