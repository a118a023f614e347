/** Which row of a chart's table a place on it stands for. */
import type { Range, Row } from "./figure";

/** Pixels beyond which a mark of its own place is not meant. */
const REACH = 28;

export function visibleRows(rows: Row[], range: Pick<Range, "from" | "to"> | null): Row[] {
  return range === null ? rows : rows.filter(({ x }) => x >= range.from && x <= range.to);
}

/** The row whose stretch holds a place: a year, a state, a month. */
export function rowAt(rows: Row[], place: number): Row | null {
  return rows.find(({ x, span = [x - 0.5, x + 0.5] }) => place >= span[0] && place < span[1]) ?? null;
}

/**
 * The row that a pointer means: the nearest mark if marks have heights of their own and one is near, else the stretch.
 */
export function rowUnder(
  rows: Row[],
  pointer: { x: number; y: number },
  pixels: { x: (value: number) => number; y: (value: number) => number; at: (pixel: number) => number },
  freely: boolean,
): Row | null {
  if (!freely) return rowAt(rows, pixels.at(pointer.x));
  const distance = ({ x, y = 0 }: Row): number => Math.hypot(pixels.x(x) - pointer.x, pixels.y(y) - pointer.y);
  const [nearest] = rows.map((row) => ({ row, far: distance(row) })).toSorted((a, b) => a.far - b.far);
  return nearest && nearest.far <= REACH ? nearest.row : null;
}
