/** Terms in running text: each opens its one-line explanation by click, tap or key. */
import type { ScenarioView } from "../../worker/core/view-types";
import { type Child, h } from "../lib/dom";
import type { Term } from "./glossary";

/** How a term reads in the page's sentences, which are generated and name it in several ways. */
const PATTERNS: Record<Term, RegExp> = {
  index: /\bindex\b/,
  points: /\bpoints\b/i,
  level: /\b(above|below|about the same|not judged)\b/,
  baseline: /\bbefore the (article|forecast)\b/,
  rise: /\b(rise of [\d.]+|material rise)\b/,
  range: /\b90 % range\b/,
  check: /\bvariations?\b/,
  covered: /\blooked at\b/,
  attested: /\binferred\b/,
  driver: /\breasons? to expect warming\b/i,
  grade: /\bgrade\b/,
  band: /\b(band|doubtful sources)\b/,
  "back-test": /\bback-test\b/i,
  interim: /\binterim\b/,
};

export interface Piece {
  text: string;
  term: Term | null;
}

/**
 * A text cut at the first place of each term, in the order of the text; a term that does not occur is left out.
 *
 * @example termPieces("The index has points", ["points"]) // "The index has ", points
 */
export function termPieces(text: string, terms: readonly Term[]): Piece[] {
  const found = terms
    .flatMap((term) => {
      const match = PATTERNS[term].exec(text);
      return match ? [{ term, at: match.index, text: match[0] }] : [];
    })
    .toSorted((a, b) => a.at - b.at);
  const pieces: Piece[] = [];
  let at = 0;
  for (const one of found) {
    if (one.at < at) continue;
    pieces.push({ text: text.slice(at, one.at), term: null }, { text: one.text, term: one.term });
    at = one.at + one.text.length;
  }
  return [...pieces, { text: text.slice(at), term: null }].filter((piece) => piece.text !== "");
}

function termButton({ text }: Piece, term: Term, view: ScenarioView): HTMLElement {
  const button = h("button", { type: "button", class: "term", "aria-expanded": "false" }, text);
  button.addEventListener(
    "click",
    () => {
      button.removeAttribute("aria-expanded");
      void import("./popover").then(({ openTerm }) => openTerm(button, term, view));
    },
    { once: true },
  );
  return button;
}

/** A text with these terms explained where they first occur in it. */
export function explained(view: ScenarioView, text: string, ...terms: Term[]): Child[] {
  return termPieces(text, terms).map((piece) =>
    piece.term === null ? piece.text : termButton(piece, piece.term, view),
  );
}
