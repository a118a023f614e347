import type { Shape } from "./figure";

/** Corners on a circle of radius 1, from the top; every second one may lie further in. */
function corners(count: number, inner = 1, turn = 0): [number, number][] {
  return Array.from({ length: count }, (_, at) => {
    const angle = turn + (at * 2 * Math.PI) / count - Math.PI / 2;
    const reach = at % 2 === 0 ? 1 : inner;
    return [Math.cos(angle) * reach, Math.sin(angle) * reach];
  });
}

/** A plus as twelve corners; an x is a plus on its side. */
const PLUS: [number, number][] = [
  [-0.3, -1],
  [0.3, -1],
  [0.3, -0.3],
  [1, -0.3],
  [1, 0.3],
  [0.3, 0.3],
  [0.3, 1],
  [-0.3, 1],
  [-0.3, 0.3],
  [-1, 0.3],
  [-1, -0.3],
  [-0.3, -0.3],
];

const turned = (points: [number, number][]): [number, number][] =>
  points.map(([x, y]) => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2]);

const OUTLINES: Record<Exclude<Shape, "circle">, [number, number][]> = {
  square: corners(4, 1, Math.PI / 4),
  triangle: corners(3),
  diamond: corners(4),
  star: corners(10, 0.45),
  x: turned(PLUS),
  plus: PLUS,
};

/** Adds the outline of a shape around a place to the current path. */
export function tracePath(ctx: CanvasRenderingContext2D, shape: Shape, x: number, y: number, radius: number): void {
  ctx.beginPath();
  if (shape === "circle") ctx.arc(x, y, radius, 0, 2 * Math.PI);
  else for (const [dx, dy] of OUTLINES[shape]) ctx.lineTo(x + dx * radius, y + dy * radius);
  ctx.closePath();
}
