/** Which words of a text changed, as the event's history marks them. */

export interface Piece {
  text: string;
  changed: boolean;
}

export interface WordDiff {
  before: Piece[];
  after: Piece[];
}

/** Words with the space after them, so that joining them gives the text back. */
const wordsOf = (text: string): string[] => text.match(/\s+|\S+\s*/g) ?? [];
const bare = (word: string): string => word.trimEnd();

/** For each pair of places, how many words the rests have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [row, next] = [rows[i], rows[i + 1]];
      if (!row || !next) continue;
      row[j] = a[i] === b[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return rows;
}

/** Neighbouring words of one kind as one piece. */
function joined(words: readonly string[], kept: ReadonlySet<number>): Piece[] {
  const pieces: Piece[] = [];
  words.forEach((text, at) => {
    const changed = !kept.has(at);
    const last = pieces.at(-1);
    if (last?.changed === changed) last.text += text;
    else pieces.push({ text, changed });
  });
  return pieces;
}

/**
 * Both texts in pieces, those changed that the other lacks. The words kept are a longest common sequence; space does
 * not count. "Putin drops visit" and "Putin puts off visit" -> before: Putin |drops| visit, after: Putin |puts off| visit.
 */
export function wordDiff(before: string, after: string): WordDiff {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const [wordsA, wordsB] = [a.map(bare), b.map(bare)];
  const lengths = commonLengths(wordsA, wordsB);
  const [keptA, keptB] = [new Set<number>(), new Set<number>()];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (wordsA[i] === wordsB[j]) {
      keptA.add(i);
      keptB.add(j);
      i += 1;
      j += 1;
    } else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return { before: joined(a, keptA), after: joined(b, keptB) };
}
