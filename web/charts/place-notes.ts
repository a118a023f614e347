/** Finds places for the words beside marks, so that none covers another, a mark or the edge. */

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Wanted {
  /** The mark. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** Pixels between its middle and a text; 9 unless said. */
  clear?: number;
}

const GAP = 9;

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}

function inside(box: Box, area: Box): boolean {
  return (
    box.left >= area.left &&
    box.top >= area.top &&
    box.left + box.width <= area.left + area.width &&
    box.top + box.height <= area.top + area.height
  );
}

/** How far above its mark a text may be moved, in steps. */
const LIFTS = [18, 36, 54, 76, 100, 130];

/** Above, beside and below a mark, the nearest first; never past the sides. */
function choices({ x, y, width, height, clear = GAP }: Wanted, area: Box): Box[] {
  const most = area.left + area.width - width;
  const lefts = [x - width / 2, x - width * 0.3, x - width * 0.7, x - 10, x - width + 10].map((left) =>
    Math.min(most, Math.max(area.left, left)),
  );
  const at = (top: number): Box[] => lefts.map((left) => ({ left, top, width, height }));
  return [
    ...at(y - clear - height),
    { left: x + clear, top: y - height / 2, width, height },
    { left: x - clear - width, top: y - height / 2, width, height },
    ...LIFTS.flatMap((lift) => at(y - clear - height - lift)),
    ...at(y + clear),
  ];
}

/**
 * A place for each wanted text, in their order; null where there is no room. `taken` is covered already.
 *
 * @example two texts for the same mark: the first stands above it, the second beside it
 */
export function placeNotes(wanted: Wanted[], area: Box, taken: Box[]): (Box | null)[] {
  const full = [...taken];
  return wanted.map((text) => {
    const free = choices(text, area).find((box) => inside(box, area) && !full.some((other) => overlaps(box, other)));
    if (free) full.push(free);
    return free ?? null;
  });
}

/** A place for the label of a level line: above it or below, as far left as nothing is covered; null without one. */
export function placeOnLine(at: number, size: Pick<Box, "width" | "height">, area: Box, taken: Box[]): Box | null {
  const steps = Math.max(0, Math.floor((area.width - size.width) / 6));
  for (const top of [at - size.height - 2, at + 3]) {
    for (let step = 0; step <= steps; step += 1) {
      const box = { left: area.left + 2 + step * 6, top, ...size };
      if (inside(box, area) && !taken.some((other) => overlaps(box, other))) return box;
    }
  }
  return null;
}
