/** The axes as uPlot takes them: it lays them out and draws ticks, grid and labels. */
import type uPlot from "uplot";
import { formatNumber } from "../lib/format";
import { timeTicks } from "./axis";
import type { Drawing } from "./drawing";
import type { Scene } from "./figure";
import { valued } from "./reach";

/** Pixels around the plot, the same in every chart, so that the same month stands at the same place in all of them. */
const [LEFT, RIGHT, TOP] = [36, 14, 8];
const VALUE_HEIGHT = 18;
const LINE_HEIGHT = 15;
const FONT = { size: 12, small: 11, smallBelow: 420 };

/** Pixels that "Oct 2012" and "30" need at least. */
const SPACE = { x: 64, y: 24 };

/** A label of a month hangs over the edge where its tick is nearer to it. */
const EDGE = 12;

/** Multiples of 1, 2 and 5 times a power of ten, from 0.1 to 5 million. */
const STEPS = Array.from({ length: 8 }, (_, power) => [1, 2, 5].map((by) => Number(`${by}e${power - 1}`))).flat();

function xHeight({ x }: Scene): number {
  const lines = x.kind === "slots" ? Math.max(1, ...x.labels.map((label) => label.length)) : 1;
  return 7 + lines * LINE_HEIGHT;
}

/** Above, right, below and left, in CSS pixels. */
export function paddingOf(scene: Scene): [number, number, number, number] {
  return [valued(scene, 1) ? VALUE_HEIGHT : TOP, RIGHT, 0, 0];
}

/** The height that is left to the plot itself. */
export function roomOf({ scene, height }: Pick<Drawing, "scene" | "height">): number {
  return Math.max(1, height - paddingOf(scene)[0] - xHeight(scene));
}

interface Mark {
  value: number;
  /** Null where it has no room. */
  label: string | null;
}

/** Where the x axis has a tick, and what stands under it. */
export function xMarks({ scene: { x }, range: [from, to], width }: Drawing): Mark[] {
  if (x.kind === "slots") return x.labels.map((lines, value) => ({ value, label: lines.join("\n") }));
  const perMonth = (width - LEFT - RIGHT) / (to - from);
  return timeTicks(x.axis, from, to, Math.floor(width / SPACE.x)).map(({ value, label }) => {
    const fits = label.length <= 4 || (to - value) * perMonth >= EDGE;
    return { value, label: fits ? label : null };
  });
}

/** The x axis, the y axis, and the line of nought, which is darker than the grid. */
export function axesOf(now: Drawing): uPlot.Axis[] {
  const px = (pixels: number): number => pixels * now.magnified;
  const { x, y } = now.scene;
  const size = now.width < FONT.smallBelow ? FONT.small : FONT.size;
  const font = `${Math.round(px(size))}px ${now.theme.font}`;
  const muted = (): string => now.theme.paint("muted");
  const line = { stroke: (): string => now.theme.paint("line"), width: px(1) };
  const timed = x.kind === "time";
  const shared = { font, stroke: muted };
  const none = { show: false };
  const across: uPlot.Axis = { ...shared, scale: "y", side: 3, size: px(LEFT), gap: px(6), ticks: none };
  const along: uPlot.Axis = {
    ...shared,
    scale: "x",
    side: 2,
    size: () => px(xHeight(now.scene)),
    gap: px(timed ? 3 : 6),
    lineGap: LINE_HEIGHT / size,
    splits: () => xMarks(now).map(({ value }) => value),
    values: () => xMarks(now).map(({ label }) => label),
    grid: { ...line, show: timed },
    ticks: { ...line, show: timed, size: px(3) },
  };
  if (y.kind === "none") return [along, { ...across, splits: [], values: () => [], grid: none }];
  // Their names are longer than this axis is wide: they are marks above the lines.
  if (y.kind === "rows") return [along, { ...across, splits: [...y.names.keys()], values: () => [], grid: line }];
  return [
    along,
    {
      ...across,
      space: px(SPACE.y),
      incrs: y.whole ? STEPS.filter((step) => step >= 1) : STEPS,
      values: (_, splits, _axis, _space, step) => splits.map((at) => formatNumber(at, step < 1 ? 1 : 0)),
      grid: line,
    },
    { ...across, size: 0, splits: [0], values: () => [], grid: { stroke: muted, width: px(1) } },
  ];
}
