/** Reads the letters that scripts/atlas.mjs took out of a font. */

export interface Point {
  x: number;
  y: number;
  /** Off the line, a point bends it: TrueType's quadratic curves. */
  on: boolean;
}

export interface Glyph {
  /** In steps of the em. */
  advance: number;
  /** Still packed: a picture needs a few dozen of a thousand. */
  outline: Uint8Array;
}

/** By code point. */
export type Face = ReadonlyMap<number, Glyph>;

export interface Font {
  bold: Face;
  regular: Face;
}

/** Steps to one em in the outlines. */
export const EM = 192;

/**
 * The two faces. Each is the number of its glyphs, then for each glyph how much its code point exceeds the one before, its
 * advance, and its outline with the length of it in bytes. All numbers have seven bits a byte, the lowest first.
 *
 * @example 2 glyphs, "A" 124 wide without an outline, "B" likewise // [2, 65, 124, 0, 1, 124, 0]
 */
export function readFont(bytes: Uint8Array): Font {
  const { number, slice } = reader(bytes);
  const face = (): Face => {
    const glyphs = new Map<number, Glyph>();
    let code = 0;
    for (let left = number(); left > 0; left -= 1) {
      code += number();
      glyphs.set(code, { advance: number(), outline: slice(number()) });
    }
    return glyphs;
  };
  return { bold: face(), regular: face() };
}

/**
 * The closed lines of a glyph in steps of the em, y upwards. Each is its number of points, then their steps from the point
 * before: x with "on the line" as its lowest bit, then y, both with their sign in the lowest bit.
 *
 * @example contoursOf({ advance: 9, outline: [1, 0b1001, 3] }) // [[{ x: 2, y: -2, on: true }]]
 */
export function contoursOf({ outline }: Glyph): Point[][] {
  const { number, done } = reader(outline);
  const contours: Point[][] = [];
  let x = 0;
  let y = 0;
  while (!done()) {
    const points: Point[] = [];
    for (let left = number(); left > 0; left -= 1) {
      const step = number();
      x += signed(step >> 1);
      y += signed(number());
      points.push({ x, y, on: (step & 1) === 1 });
    }
    contours.push(points);
  }
  return contours;
}

function reader(bytes: Uint8Array): {
  number: () => number;
  slice: (length: number) => Uint8Array;
  done: () => boolean;
} {
  let at = 0;
  return {
    number: () => {
      for (let value = 0, shift = 0; ; shift += 7) {
        const byte = bytes[at++] ?? 0;
        value |= (byte & 127) << shift;
        if (byte < 128) return value;
      }
    },
    slice: (length) => bytes.subarray(at, (at += length)),
    done: () => at >= bytes.length,
  };
}

function signed(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}
