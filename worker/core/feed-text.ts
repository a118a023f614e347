import { visibleText } from "./visible-text";

/** What neither XML 1.0 nor UTF-8 can carry: control characters but tab and line feed, lone surrogates, non-characters. */
const FORBIDDEN = /(?![\t\n])\p{Cc}|\p{Cs}|[\ufdd0-\ufdef\ufffe\uffff]/gu;

/**
 * A text that somebody typed, for a file that other programs read: what such a file cannot carry is left out, and marks of
 * direction become words. Line ends become `\n`.
 *
 * @example feedText("A\u0000b\r\nc") // "Ab\nc"
 */
export function feedText(text: string): string {
  return visibleText(text.replaceAll(/\r\n?/g, "\n").replaceAll(FORBIDDEN, ""));
}

/**
 * The same in one line.
 *
 * @example feedLine("A\n b") // "A b"
 */
export function feedLine(text: string): string {
  return feedText(text).replaceAll(/\s+/g, " ").trim();
}
