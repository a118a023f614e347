/** Dashed lines across a chart, and where their labels stand. */
import type { Rule, Scene, Theme } from "./figure";
import type { Frame } from "./frame";
import { type Box, placeOnLine } from "./place-notes";

type Ctx = CanvasRenderingContext2D;

export function paintRule(ctx: Ctx, { axis, at }: Rule, frame: Frame, theme: Theme): void {
  const place = axis === "x" ? frame.x(at) : frame.y(at);
  const [low, high] = axis === "x" ? [frame.left, frame.right] : [frame.top, frame.bottom];
  if (!(place >= low && place <= high)) return;
  ctx.strokeStyle = theme.paint("ink");
  ctx.lineWidth = 1.5;
  ctx.setLineDash([6, 4]);
  ctx.beginPath();
  ctx.moveTo(axis === "x" ? place : frame.left, axis === "x" ? frame.top : place);
  ctx.lineTo(axis === "x" ? place : frame.right, axis === "x" ? frame.bottom : place);
  ctx.stroke();
  ctx.setLineDash([]);
}

/** Where bars and the values at their ends stand. */
function barBoxes(scene: Scene, frame: Frame): Box[] {
  return (scene.bars ?? []).map(({ x, y, value }) => {
    const [top, bottom] = [frame.y(y[1]), frame.y(y[0])].toSorted((a, b) => a - b) as [number, number];
    const room = value === undefined ? 0 : 18;
    return {
      left: frame.x(x[0]) - 3,
      top: top - room,
      width: frame.x(x[1]) - frame.x(x[0]) + 6,
      height: bottom - top + room,
    };
  });
}

/** Where the label of a rule stands: beside an upright one at the top, along a level one where no bar is. */
export function labelBox(ctx: Ctx, { axis, at, label }: Rule, scene: Scene, frame: Frame): Box | null {
  const place = axis === "x" ? frame.x(at) : frame.y(at);
  const [low, high] = axis === "x" ? [frame.left, frame.right] : [frame.top, frame.bottom];
  if (label === "" || !(place >= low && place <= high)) return null;
  const size = { width: ctx.measureText(label).width + 6, height: 17 };
  if (axis === "y") {
    const area = { left: frame.left, top: 0, width: frame.right - frame.left, height: frame.bottom };
    return placeOnLine(place, size, area, barBoxes(scene, frame)) ?? { left: frame.left + 2, top: place - 19, ...size };
  }
  const right = place + 3 + size.width <= frame.right;
  return { left: right ? place + 3 : Math.max(frame.left, place - 3 - size.width), top: frame.top, ...size };
}
