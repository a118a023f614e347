/**
 * A text in lines that fit, broken between words; a word that is too long has a line of its own.
 *
 * @example wrap("one two three", 7, (text) => text.length) // ["one two", "three"]
 */
export function wrap(text: string, room: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  // Not at the spaces that are there to hold words together.
  for (const word of text.split(/[ \n]+/).filter(Boolean)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
