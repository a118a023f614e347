const BIDI_NAMES: Record<string, string> = {
  "\u061c": "ALM",
  "\u200e": "LRM",
  "\u200f": "RLM",
  "\u202a": "LRE",
  "\u202b": "RLE",
  "\u202c": "PDF",
  "\u202d": "LRO",
  "\u202e": "RLO",
  "\u2066": "LRI",
  "\u2067": "RLI",
  "\u2068": "FSI",
  "\u2069": "PDI",
};
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Letters of Hebrew, Arabic and the other scripts that run from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A text that somebody typed, for where nothing keeps its direction from what stands beside it: invisible marks of direction
 * become words, so that none can flip the line.
 *
 * @example visibleText("annex\u202efdp.exe") // "annex[RLO]fdp.exe"
 */
export function visibleText(text: string): string {
  return text.replace(BIDI, (mark) => `[${BIDI_NAMES[mark] ?? ""}]`);
}

/**
 * Whether a text has letters that run from right to left, and so can change the order of what stands beside it.
 *
 * @example hasRightToLeft("\u05d0 (3)") // true
 */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}
