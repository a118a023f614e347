/** The swatches of a key, as the style sheet draws them beside a chart. */
import type { Paint, Pattern, Swatch, Theme } from "./figure";

/** Pixels that a swatch is wide. */
export const SWATCH = 22;

const DIAMOND = [
  [0, -6],
  [6, 0],
  [0, 6],
  [-6, 0],
] as const;

type Ctx = CanvasRenderingContext2D;

interface Stroke {
  width: number;
  colour: Paint;
  dash?: number[];
}

function strokeOf(swatch: Swatch): Stroke | null {
  if (swatch === "thick") return { width: 3, colour: "accent" };
  if (swatch === "thin") return { width: 1.25, colour: "ink" };
  if (swatch === "dashed") return { width: 3, colour: "accent", dash: [4, 3] };
  return swatch === "mark" ? { width: 2, colour: "ink", dash: [6, 3] } : null;
}

function isPattern(swatch: Swatch): swatch is Pattern {
  return swatch === "solid" || swatch === "hatched" || swatch === "dotted" || swatch === "outline";
}

/** Its left edge and its middle stand at a place. */
export function paintSwatch(ctx: Ctx, swatch: Swatch, at: { x: number; y: number }, colour: Paint, theme: Theme): void {
  const { x, y } = at;
  const stroke = strokeOf(swatch);
  ctx.save();
  if (stroke) {
    ctx.strokeStyle = theme.paint(stroke.colour);
    ctx.lineWidth = stroke.width;
    ctx.setLineDash(stroke.dash ?? []);
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(x + SWATCH, y);
    ctx.stroke();
  } else if (swatch === "dot" || swatch === "diamond") {
    ctx.beginPath();
    if (swatch === "dot") ctx.arc(x + SWATCH / 2, y, 6, 0, 2 * Math.PI);
    else for (const [dx, dy] of DIAMOND) ctx.lineTo(x + SWATCH / 2 + dx, y + dy);
    ctx.fillStyle = theme.paint(swatch === "dot" ? "accent" : "ink");
    ctx.fill();
  } else if (swatch === "band") {
    ctx.fillStyle = theme.paint("band");
    ctx.fillRect(x, y - 6, SWATCH, 12);
  } else if (isPattern(swatch)) {
    ctx.fillStyle = theme.fill(colour, swatch);
    ctx.strokeStyle = theme.paint(colour);
    ctx.fillRect(x, y - 6, SWATCH, 12);
    ctx.strokeRect(x, y - 6, SWATCH, 12);
  }
  ctx.restore();
}
