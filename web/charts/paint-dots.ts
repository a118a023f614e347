import type { Dot, Theme } from "./figure";
import type { Frame } from "./frame";
import { tracePath } from "./shapes";

/** A shaped mark, with its sign over it: what is under it belongs to the next row. */
export function paintDot(ctx: CanvasRenderingContext2D, dot: Dot, frame: Frame, theme: Theme): void {
  const [x, y] = [frame.x(dot.x), frame.y(dot.y)];
  const colour = theme.paint(dot.colour);
  tracePath(ctx, dot.shape, x, y, dot.radius);
  ctx.fillStyle = dot.fill === "paper" ? theme.paint("paper") : colour;
  ctx.globalAlpha = dot.fill === "half" ? 0.45 : 1;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.strokeStyle = dot.fill === "full" ? theme.paint("paper") : colour;
  ctx.lineWidth = dot.fill === "full" ? 1 : 1.75;
  ctx.stroke();
  if (dot.sign === undefined) return;
  ctx.font = `600 13px ${theme.font}`;
  ctx.fillStyle = theme.paint("ink");
  ctx.textAlign = "center";
  ctx.textBaseline = "bottom";
  ctx.fillText(dot.sign, x, y - dot.radius - 1);
}
