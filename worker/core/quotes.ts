/** Other texts that repeat removed words: finding them, and cutting the words out of what no ledger holds. */
import { REMOVED, type EntryKind } from "./ledger";
import type { RemovedWords } from "./redaction";

/** A text that repeats what a redaction removes, without being part of it. */
export interface RedactionPlace {
  /** What names it in `also`. */
  place: string;
  kind: EntryKind | "link" | "commit";
  /** Whose text it is: a reference (and the number of its report or comment), a claim (and the event rated), a month, the title of a link, a revision. */
  of: string[];
  field: string;
  /** Names of the removed texts that it repeats. */
  repeats: string[];
  /** The words around the first of them. */
  excerpt: string;
  /** `kept` unless it is named in `also`; then `removed`. `fixed`: it cannot be removed. */
  state: "removed" | "kept" | "fixed";
}

/** Letters on each side of a quote. */
const AROUND = 60;
const ADDRESS = /\bhttps?:\/\/[^\s<>"]+/giu;
/** What ends a sentence is no part of an address that ends it. */
const CLOSING = /[.,;:!?'\u2019\u201d)\]}]+$/u;

type Span = [from: number, to: number];

/** Where the words stand, capitals or not; never a part of an address. */
function spansOf(text: string, words: string): Span[] {
  const pattern = new RegExp(words.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), "giu");
  const found = [...text.matchAll(pattern)].map(({ 0: hit, index }): Span => [index, index + hit.length]);
  if (found.length === 0) return found;
  const addresses = [...text.matchAll(ADDRESS)].map(({ 0: hit, index }): Span => {
    return [index, index + hit.replace(CLOSING, "").length];
  });
  const cutsInside = ([from, to]: Span): boolean =>
    addresses.some(([start, end]) => from < end && to > start && !(from <= start && to >= end));
  return found.filter((span) => !cutsInside(span));
}

/**
 * Which of the removed texts a text repeats, and where; null for none.
 *
 * @example quoteIn("We logged: He took money.", [{ field: "title", text: "He took money" }])
 * // { repeats: ["title"], excerpt: "We logged: He took money." }
 */
export function quoteIn(
  text: string,
  words: readonly RemovedWords[],
): Pick<RedactionPlace, "repeats" | "excerpt"> | null {
  const found = words.flatMap(({ field, text: removed }) => {
    const [first] = spansOf(text, removed);
    return first ? [{ field, first }] : [];
  });
  if (found.length === 0) return null;
  const from = Math.min(...found.map(({ first }) => first[0]));
  const to = Math.max(...found.filter(({ first }) => first[0] === from).map(({ first }) => first[1]));
  // By character: a cut through a pair of code units would leave half of one.
  const before = Array.from(text.slice(0, from));
  const after = Array.from(text.slice(to));
  const excerpt = [
    before.length > AROUND ? "\u2026" : "",
    ...before.slice(-AROUND),
    text.slice(from, to),
    ...after.slice(0, AROUND),
    after.length > AROUND ? "\u2026" : "",
  ].join("");
  return { repeats: [...new Set(found.map(({ field }) => field))], excerpt };
}

/**
 * A text without the removed words that it repeats.
 *
 * @example cutQuotes("We logged: He took money.", [{ field: "title", text: "He took money" }]) // "We logged: [removed]."
 */
export function cutQuotes(text: string, words: readonly RemovedWords[]): string {
  return words.reduce(
    (rest, { text: removed }) =>
      spansOf(rest, removed).reduceRight((cut, [from, to]) => cut.slice(0, from) + REMOVED + cut.slice(to), rest),
    text,
  );
}
