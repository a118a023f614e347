/** How far the axes of a scene reach. */
import type { Scene } from "./figure";

/** Of the whole height, kept free beyond the outermost values. */
const AIR = 0.04;

/** Pixels of a value written under its bar. */
const VALUE = 14;

/** The stretch of the x axis that a scene fills. */
export function wholeRange({ x }: Scene): [number, number] {
  return [-0.5, Math.max(1, x.kind === "time" ? x.axis.length : x.labels.length) - 0.5];
}

/** The heights of what is no line, as far as it is in sight. */
function marks({ bars = [], dots = [], rules = [] }: Scene, [from, to]: [number, number]): number[] {
  return [
    ...bars.filter(({ x }) => x[1] >= from && x[0] <= to).flatMap(({ y }) => y),
    ...dots.filter(({ x }) => x >= from && x <= to).map(({ y }) => y),
    ...rules.filter(({ axis }) => axis === "y").map(({ at }) => at),
  ];
}

/** Whether values are written at the far ends of bars on that side of nought. */
export function valued({ bars = [] }: Scene, side: 1 | -1): boolean {
  return bars.some(({ value, y }) => value !== undefined && Math.sign(y[1]) === side);
}

/**
 * The lowest and the highest value of the y axis, from those of the lines in sight and of all marks there. Nought is
 * always seen, and needs no air: bars stand on it. The plot is `room` pixels high.
 *
 * @example lines from 2 to 50 reach from 0 to 52
 */
export function heightReach(
  scene: Scene,
  range: [number, number],
  room: number,
  [low, high]: [number | null, number | null],
): [number, number] {
  const { y } = scene;
  if (y.kind === "none") return [-0.5, 0.5];
  // The first row is on top; its name stands above its line.
  if (y.kind === "rows") return [-0.75, y.names.length - 0.5];
  const all = marks(scene, range);
  const [lowest, highest] = [Math.min(0, low ?? 0, ...all), Math.max(0, high ?? 0, ...all)];
  const span = highest - lowest || 1;
  const words = valued(scene, -1) ? (span * VALUE) / Math.max(VALUE, room - VALUE) : 0;
  const from = lowest < 0 ? lowest - span * AIR - words : 0;
  return [y.from ?? from, y.to ?? (highest > 0 || lowest === 0 ? highest + span * AIR : 0)];
}
