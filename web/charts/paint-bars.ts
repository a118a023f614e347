/** Bars with patterns, and the values and words on them: uPlot's own bars are all of one width. */
import type { Bar, Scene, Theme } from "./figure";
import type { Frame } from "./frame";

type Ctx = CanvasRenderingContext2D;

/** Rows of a state or of stages have a height of their own; other bars end at the axis. */
const INSET = 1;

function paintBar(ctx: Ctx, bar: Bar, frame: Frame, theme: Theme): void {
  const [x1, x2] = [frame.x(bar.x[0]), Math.max(frame.x(bar.x[1]), frame.x(bar.x[0]) + 1.5)];
  const [y1, y2] = [frame.y(bar.y[0]), frame.y(bar.y[1])].toSorted((a, b) => a - b) as [number, number];
  if (y2 - y1 < 0.01) return;
  ctx.fillStyle = theme.fill(bar.colour, bar.pattern);
  ctx.strokeStyle = theme.paint(bar.colour);
  ctx.lineWidth = 1;
  const box = [x1 + 0.5, y1 + 0.5, Math.max(1, x2 - x1 - INSET), Math.max(1, y2 - y1 - INSET)] as const;
  ctx.fillRect(...box);
  ctx.strokeRect(...box);
  if (bar.words) paintWords(ctx, bar.words, [x1, x2], (y1 + y2) / 2, theme);
}

/** The longest of the texts that fits, on paper so that it is legible over any pattern. */
function paintWords(ctx: Ctx, words: string[], [x1, x2]: [number, number], middle: number, theme: Theme): void {
  ctx.font = `600 11.5px ${theme.font}`;
  const text = words.find((one) => ctx.measureText(one).width + 12 <= x2 - x1);
  if (text === undefined) return;
  const width = ctx.measureText(text).width;
  const left = (x1 + x2 - width) / 2;
  ctx.fillStyle = theme.paint("paper");
  ctx.fillRect(left - 4, middle - 9, width + 8, 18);
  ctx.fillStyle = theme.paint("ink");
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.fillText(text, left, middle + 0.5);
}

/** Values over or under their bars; all of them in short where one is wider than its bar. */
export function paintValues(ctx: Ctx, { bars = [] }: Scene, frame: Frame, theme: Theme): void {
  const valued = bars.filter(({ value }) => value !== undefined);
  const [first] = valued;
  if (!first) return;
  ctx.font = `600 12px ${theme.font}`;
  ctx.fillStyle = theme.paint("ink");
  ctx.strokeStyle = theme.paint("paper");
  ctx.lineWidth = 3;
  ctx.lineJoin = "round";
  ctx.textAlign = "center";
  const room = frame.x(first.x[1]) - frame.x(first.x[0]) + 6;
  const narrow = valued.some(({ value = "" }) => ctx.measureText(value).width > room);
  for (const { x, y, value = "", short = value } of valued) {
    const below = y[1] < 0;
    const text = narrow ? short : value;
    ctx.textBaseline = below ? "top" : "bottom";
    const place = [(frame.x(x[0]) + frame.x(x[1])) / 2, frame.y(y[1]) + (below ? 3 : -2)] as const;
    // A rim of paper, for a line may run through it.
    ctx.strokeText(text, ...place);
    ctx.fillText(text, ...place);
  }
}

export function paintBars(ctx: Ctx, { bars = [] }: Scene, frame: Frame, theme: Theme): void {
  for (const bar of bars) paintBar(ctx, bar, frame, theme);
}
