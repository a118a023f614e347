/**
 * A text cut between words to at most `most` characters, with an ellipsis.
 *
 * @example shorten("Defence ministers sign an agreement", 20) // "Defence ministers\u2026"
 */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const space = cut.lastIndexOf(" ");
  return `${(space > most / 2 ? cut.slice(0, space) : cut.slice(0, -1)).replace(/[\s,;:.]+$/, "")}\u2026`;
}
