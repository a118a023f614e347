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

/** Whether texts of such an entry can be removed: the rules of a scenario and the words of its claims are frozen. */
export function canRemove(kind: EntryKind): boolean {
  return kind !== "registration" && kind !== "proposition";
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

/** What a person would name: a report, review or comment is removed of its event. */
export function ownerOf({ kind, subject }: Pick<Blanked, "kind" | "subject">): Pick<Blanked, "kind" | "subject"> {
  const isSaidOfEvent = Object.values<EntryKind>(SAID_OF_EVENT).includes(kind);
  return isSaidOfEvent ? { kind: "event", subject: subject.split("\n")[0] ?? "" } : { kind, subject };
}

/**
 * The entries that record a redaction: one a subject that loses texts, and always one of its owner, which names all of
 * them. `counts` tells how often each was redacted before.
 *
 * @example redactionEntries([a report of E-1 that loses its quote], new Map())
 * // of "event:E-1" with fields ["reports"], of "report:E-1\n1" with fields ["quote"]
 */
export function redactionEntries(blanked: readonly Blanked[], counts: ReadonlyMap<string, number>): EntryDraft[] {
  const byOwner = Map.groupBy(blanked, (one) => redactedSubject(ownerOf(one)));
  const bySubject = new Map([...byOwner].map(([owner, list]) => [owner, fieldNames(list)]));
  for (const [subject, fields] of removalOf(blanked)) {
    if (!bySubject.has(subject)) bySubject.set(subject, [...fields].toSorted());
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

/** What to take out of a frozen view or file: names of texts by whose they are. */
export type Removal = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What to take out of what was frozen earlier.
 *
 * @example removalOf([{ kind: "event", subject: "E-1", fields: ["title"] }]) // "event:E-1" -> title
 */
export function removalOf(blanked: readonly Blanked[]): Removal {
  const bySubject = Map.groupBy(blanked, redactedSubject);
  return new Map([...bySubject].map(([subject, list]) => [subject, new Set(list.flatMap(({ fields }) => fields))]));
}

/** Members that are never empty. */
const NEEDED = new Set(["title", "sourceTitle", "scoreReason", "text"]);
/** A shorter text cannot be told from ordinary words. */
const TELLING = 8;

/** What stands where a text was. */
export function placeholderOf(field: string): string {
  return NEEDED.has(field) ? REMOVED : "";
}

/** Removed words with the name of the text that said them. */
export interface RemovedWords {
  field: string;
  text: string;
}

/**
 * What was said, long enough to be told from ordinary words, the longest first. Of actors each stands alone.
 *
 * @example tellingWords([{ kind: "event", field: "actors", text: '["RUS","Ivan Petrov"]' }]) // [{ field: "actors", text: "Ivan Petrov" }]
 */
export function tellingWords(removed: readonly RemovedText[]): RemovedWords[] {
  const all = removed.flatMap(({ kind, field, text }): RemovedWords[] => {
    const texts: string[] = field === "actors" ? JSON.parse(text) : [text];
    return texts.map((one) => ({ field: nameOf(kind, field), text: one.trim() }));
  });
  const once = new Map(all.map((words) => [JSON.stringify(words), words]));
  return [...once.values()]
    .filter(({ text }) => Array.from(text).length >= TELLING)
    .toSorted((a, b) => b.text.length - a.text.length);
}

/**
 * Whether a reason, which stays for good, repeats a text that it gives the reason for removing.
 *
 * @example repeats("We wrote that Ivan Petrov stole", [{ kind: "event", field: "actors", text: '["Ivan Petrov"]' }]) // true
 */
export function repeats(reason: string, removed: readonly RemovedText[]): boolean {
  const said = reason.toLowerCase();
  return tellingWords(removed).some(({ text }) => said.includes(text.toLowerCase()));
}
