/** The words beside marks and lines. */
import type { Point, Scene, Theme } from "./figure";
import type { Frame } from "./frame";
import { type Box, placeNotes } from "./place-notes";

type Ctx = CanvasRenderingContext2D;

const NOTE_LINE = 15;

/** Pixels above a mark that its sign stands on. */
const SIGN = 15;

/** Pixels beyond which a text needs a line to its mark. */
const FAR = 20;

/** Text with a rim of paper, so that it is legible over lines and bands. */
export function paintBox(ctx: Ctx, lines: string[], box: Box, theme: Theme): void {
  ctx.strokeStyle = theme.paint("paper");
  ctx.lineWidth = 4;
  ctx.lineJoin = "round";
  ctx.fillStyle = theme.paint("ink");
  ctx.textAlign = "left";
  ctx.textBaseline = "top";
  for (const [order, line] of lines.entries()) {
    ctx.font = `${order === 0 ? 600 : 400} 12px ${theme.font}`;
    const place = [box.left + 3, box.top + 2 + order * NOTE_LINE] as const;
    ctx.strokeText(line, ...place);
    ctx.fillText(line, ...place);
  }
}

/** A thin line to a text that had to be moved away from its mark. */
function paintLeader(ctx: Ctx, mark: { x: number; y: number }, box: Box, theme: Theme): void {
  const foot = box.top + box.height;
  if (mark.y - foot < FAR) return;
  ctx.strokeStyle = theme.paint("muted");
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(mark.x, foot);
  ctx.lineTo(mark.x, mark.y - 8);
  ctx.stroke();
}

function widthOf(ctx: Ctx, lines: string[], theme: Theme): number {
  ctx.font = `600 12px ${theme.font}`;
  return Math.max(...lines.map((line) => ctx.measureText(line).width)) + 6;
}

/** The marks' words keep off lines, points and the labels of rules; what finds no room is left to the readout. */
export function paintNotes(ctx: Ctx, scene: Scene, frame: Frame, theme: Theme, taken: Box[]): void {
  const seen = (scene.notes ?? []).filter(({ x }) => frame.x(x) >= frame.left && frame.x(x) <= frame.right);
  const around = ({ x, y }: Point, reach: number): Box => ({
    left: frame.x(x) - reach,
    top: frame.y(y) - reach,
    width: 2 * reach,
    height: 2 * reach,
  });
  const covered = [
    ...(scene.lines ?? []).flatMap((line) => line.points.map((point) => around(point, 3))),
    ...(scene.dots ?? []).map((dot) => around(dot, Math.max(3, dot.radius - 2))),
  ];
  const signs = (scene.dots ?? []).flatMap(({ x, y, radius, sign }) =>
    sign === undefined ? [] : [{ left: frame.x(x) - 5, top: frame.y(y) - radius - SIGN, width: 10, height: SIGN }],
  );
  const wanted = seen.map(({ x, y, lines, clear }) => ({
    ...(clear !== undefined && { clear }),
    x: frame.x(x),
    y: frame.y(y),
    width: widthOf(ctx, lines, theme),
    height: lines.length * NOTE_LINE + 3,
  }));
  const area = { left: frame.left, top: 0, width: frame.right - frame.left, height: frame.bottom };
  for (const [order, box] of placeNotes(wanted, area, [...covered, ...signs, ...taken]).entries()) {
    const [note, mark] = [seen[order], wanted[order]];
    if (!box || !note || !mark) continue;
    paintLeader(ctx, mark, box, theme);
    paintBox(ctx, note.lines, box, theme);
  }
}
