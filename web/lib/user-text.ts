/** Text that somebody typed: inserted as text, in its own direction, with invisible direction marks made visible. */
import { h } from "./dom";

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

/** As plain text, for titles and attributes: a right-to-left override reads "[RLO]" and can no longer flip the line. */
export function visibleText(text: string): string {
  return text.replace(BIDI, (mark) => `[${BIDI_NAMES[mark] ?? ""}]`);
}

/** As an element that takes its direction from its own first letter and keeps it from its neighbours. */
export function userText(text: string): HTMLElement {
  return h("bdi", { dir: "auto" }, visibleText(text));
}
