import type { Contour } from "./coverage";

export type Spot = readonly [x: number, y: number];

/** Corners of the round end of a stretch. */
const CORNERS = 8;

/** A line of a width in pixels as shapes to fill: a box a stretch and a disc a point, all turned the same way. */
export function strokeOf(spots: readonly Spot[], width: number): Contour[] {
  const discs = spots.map(([x, y]) => discOf(x, y, width / 2));
  const boxes = spots.slice(1).flatMap(([x1, y1], at): Contour[] => {
    const [x0, y0] = spots[at] ?? [x1, y1];
    const length = Math.hypot(x1 - x0, y1 - y0);
    if (length === 0) return [];
    const [dx, dy] = [((y0 - y1) / length) * (width / 2), ((x1 - x0) / length) * (width / 2)];
    return [[x0 + dx, y0 + dy, x1 + dx, y1 + dy, x1 - dx, y1 - dy, x0 - dx, y0 - dy]];
  });
  return [...boxes, ...discs];
}

/** A disc, turned as the boxes are. */
export function discOf(x: number, y: number, radius: number, corners = CORNERS): Contour {
  return Array.from({ length: corners }, (_, at) => {
    const angle = (-2 * Math.PI * at) / corners;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  }).flat();
}

/**
 * The pieces of a line that a dash pattern leaves.
 *
 * @example dashesOf([[0, 0], [10, 0]], 4, 2) // [[[0, 0], [4, 0]], [[6, 0], [10, 0]]]
 */
export function dashesOf(spots: readonly Spot[], dash: number, gap: number): Spot[][] {
  const pieces: Spot[][] = [];
  let piece: Spot[] = spots.slice(0, 1);
  let left = dash;
  let drawn = true;
  for (const [at, [x1, y1]] of spots.slice(1).entries()) {
    let [x0, y0] = spots[at] ?? [x1, y1];
    for (let length = Math.hypot(x1 - x0, y1 - y0); length > left; length = Math.hypot(x1 - x0, y1 - y0)) {
      [x0, y0] = [x0 + ((x1 - x0) * left) / length, y0 + ((y1 - y0) * left) / length];
      if (drawn) pieces.push([...piece, [x0, y0]]);
      piece = [[x0, y0]];
      drawn = !drawn;
      left = drawn ? dash : gap;
    }
    left -= Math.hypot(x1 - x0, y1 - y0);
    piece.push([x1, y1]);
  }
  return drawn && piece.length > 1 ? [...pieces, piece] : pieces;
}
