/** How the core's sentences are set on a page. */

/** Sentences are plain text with a hyphen for minus; on the page it is a minus sign. */
export function typeset(text: string): string {
  return text.replace(/(^|[\s(])-(?=\d)/g, "$1\u2212");
}

/** The first sentence leads the page, the rest explains it: "Stalled: no lasting rise. From ..." */
export function splitStatement(statement: string): { word: string; headline: string; rest: string } {
  const [first = "", ...others] = typeset(statement).split(/(?<=\.)\s+(?=\p{Lu})/u);
  const colon = first.indexOf(":");
  return {
    word: colon < 0 ? "" : first.slice(0, colon + 1),
    headline: colon < 0 ? first : first.slice(colon + 1),
    rest: others.join(" "),
  };
}
