/** Words too common in headlines to tell two events apart. */
const COMMON = new Set(
  (
    "a an and are as at be between but by for from has have in into is it its new no not of off on or over says than that " +
    "the their this to two under up was were will with after before first"
  ).split(" "),
);

/** A document's symbol or a number that names one thing, such as S/2012/538: years and small counts are none. */
const SYMBOL = /\b\p{L}{1,4}(?:\/[\p{L}\p{N}.]+){1,4}\b|\b\p{L}+-?\d{2,}\b|\b\d{3,}(?:th|st|nd|rd)\b/giu;

/**
 * The symbols in a text, in capitals.
 *
 * @example symbolsOf("Russia vetoes draft S/2022/155: invasion of Ukraine") // Set { "S/2022/155" }
 */
export function symbolsOf(text: string): Set<string> {
  return new Set([...text.matchAll(SYMBOL)].map(([symbol]) => symbol.toUpperCase()));
}

/** "vetoes", "vetoed" and "veto" are one word; crude, and the same for both texts that are compared. */
function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:'s|ies|es|ed|ing|s)$/u, "") : word;
}

/**
 * The words of a text that tell something, in small letters and without endings. Any script: where words are not parted by
 * blanks they are long, and compare equal only if they are.
 *
 * @example titleWords("Putin defers his visit to Pakistan") // Set { "putin", "defer", "his", "visit", "pakistan" }
 */
export function titleWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
  return new Set(words.filter((word) => word.length > 2 && !COMMON.has(word)).map(stem));
}
