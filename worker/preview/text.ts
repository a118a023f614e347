import { fill, type Canvas, type Ink } from "./canvas";
import type { Contour } from "./coverage";
import { contoursOf, EM, type Face, type Glyph, type Point } from "./font";

/** A word with how it is set; between words stands a blank of the word before. */
export interface Word {
  text: string;
  face: Face;
  ink: Ink;
}

/** Straight pieces to a curve: at 56 pixels no corner can be seen. */
const PIECES = 5;

const BLANK = 0x20;
const ELLIPSIS = "…";

/**
 * A text as the letters of a face can show it, on one line: what they lack becomes "?", marks that nobody sees go. Null
 * where more than a third is lacking or nothing is left: a row of question marks tells nobody anything.
 *
 * @example readable("Pakistan\u00a0& \u202eRussia 中", face) // "Pakistan & Russia ?"
 */
export function readable(text: string, face: Face): string | null {
  const line = text
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\p{Cf}\ufe00-\ufe0f]/gu, "")
    .trim();
  const letters = [...line];
  const shown = letters.map((letter) => (face.has(letter.codePointAt(0) ?? 0) ? letter : "?"));
  const lacking = shown.filter((letter, at) => letter !== letters[at]).length;
  return letters.length === 0 || lacking > letters.length / 3 ? null : shown.join("");
}

/** Words of one look, from a text without unreadable letters. */
export function wordsOf(text: string, face: Face, ink: Ink): Word[] {
  return text
    .split(" ")
    .filter(Boolean)
    .map((word) => ({ text: word, face, ink }));
}

function glyphsOf(text: string, face: Face): Glyph[] {
  return [...text].flatMap((letter) => face.get(letter.codePointAt(0) ?? BLANK) ?? []);
}

/** The length of a text in pixels at a size in pixels to the em. */
export function lengthOf(text: string, face: Face, size: number): number {
  return glyphsOf(text, face).reduce((sum, { advance }) => sum + (advance * size) / EM, 0);
}

function lineLength(words: readonly Word[], size: number): number {
  return words.reduce(
    (sum, { text, face }, at) => sum + lengthOf(at < words.length - 1 ? `${text} ` : text, face, size),
    0,
  );
}

/** Breaks words into lines of a length; where there are more than may be, the last one ends in an ellipsis. */
export function wrap(words: readonly Word[], size: number, length: number, most: number): Word[][] {
  const lines: Word[][] = [];
  let line: Word[] = [];
  for (const word of words) {
    if (line.length > 0 && lineLength([...line, word], size) > length) {
      if (lines.length === most - 1) return [...lines, cut([...line, word], size, length)];
      lines.push(line);
      line = [];
    }
    line.push(word);
  }
  if (line.length > 0) lines.push(line);
  return lines.map((each) => cut(each, size, length));
}

/** A line as long as it may be, ending in an ellipsis where it was longer; only a word that fills it alone is cut inside. */
export function cut(words: readonly Word[], size: number, length: number): Word[] {
  const fits = (line: readonly Word[]) => lineLength(line, size) <= length;
  const over = words.findIndex((_, at) => !fits(words.slice(0, at + 1)));
  if (over < 0) return [...words];
  for (let count = over; count > 0; count -= 1) {
    const short = words
      .slice(0, count)
      .map((word, at) => (at < count - 1 ? word : { ...word, text: ended(word.text) }));
    if (fits(short)) return short;
  }
  const [first] = words;
  const letters = [...(first?.text ?? "")];
  for (let count = letters.length - 1; first && count > 0; count -= 1) {
    const short = [{ ...first, text: ended(letters.slice(0, count).join("")) }];
    if (fits(short)) return short;
  }
  return [];
}

function ended(text: string): string {
  return text.replace(/[\s.,:;…-]*$/u, "") + ELLIPSIS;
}

/** Writes a line; x is its left end and y its base line, in pixels. */
export function write(canvas: Canvas, words: readonly Word[], size: number, x: number, y: number): void {
  const scale = size / EM;
  let at = x;
  for (const { text, face, ink } of words) {
    for (const glyph of glyphsOf(`${text} `, face)) {
      const lines = contoursOf(glyph).map((points) => outline(points, scale, at, y));
      fill(canvas, lines, ink);
      at += glyph.advance * scale;
    }
  }
}

/** TrueType's curves as straight pieces: between two points off the line lies one on it, half-way. */
function outline(points: readonly Point[], scale: number, x: number, y: number): Contour {
  const line: number[] = [];
  for (const [at, point] of points.entries()) {
    if (point.on) {
      line.push(x + point.x * scale, y - point.y * scale);
      continue;
    }
    const from = halfWay(points.at(at - 1) ?? point, point);
    const to = halfWay(points[(at + 1) % points.length] ?? point, point);
    for (let piece = 0; piece <= PIECES; piece += 1) {
      const t = piece / PIECES;
      const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
      line.push(x + (a * from.x + b * point.x + c * to.x) * scale, y - (a * from.y + b * point.y + c * to.y) * scale);
    }
  }
  return line;
}

/** Where the curve around a point begins or ends: at its neighbour, or half-way to one that lies off the line itself. */
function halfWay(neighbour: Point, point: Point): Point {
  if (neighbour.on) return neighbour;
  return { x: (neighbour.x + point.x) / 2, y: (neighbour.y + point.y) / 2, on: true };
}

/** The core's sentences have a hyphen for minus; a picture has a minus sign, as the page has. */
export function typeset(text: string): string {
  return text.replace(/(^|[\s(])-(?=\d)/g, "$1\u2212");
}
