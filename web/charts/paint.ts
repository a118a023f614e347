/** What uPlot has no notion of, in two goes: under its lines, and over them. */
import type { Drawing } from "./drawing";
import type { Scene, Theme } from "./figure";
import type { Frame } from "./frame";
import { paintBars, paintValues } from "./paint-bars";
import { paintDot } from "./paint-dots";
import { paintBox, paintNotes } from "./paint-notes";
import type { Box } from "./place-notes";
import { labelBox, paintRule } from "./paint-rules";

type Ctx = CanvasRenderingContext2D;
type Shown = Pick<Drawing, "scene" | "theme">;

/** Cut to what fits, with an ellipsis. */
function clip(ctx: Ctx, text: string, room: number): string {
  if (ctx.measureText(text).width <= room) return text;
  let shown = text;
  while (shown.length > 1 && ctx.measureText(`${shown}\u2026`).width > room) shown = shown.slice(0, -1).trimEnd();
  return `${shown}\u2026`;
}

/** Pixels around a mark that its row's name keeps free. */
const CLEAR = 12;
const NAME_HEIGHT = 14;

interface RowName {
  text: string;
  align: "left" | "right";
  box: Box;
}

/**
 * The name of each row, close above its line: halfway, it would as well belong to the line above. At the left, or at the
 * right where a mark of the row would stand on it.
 */
function namesOf(ctx: Ctx, { y, dots = [] }: Scene, frame: Frame, theme: Theme): RowName[] {
  if (y.kind !== "rows") return [];
  ctx.font = `12px ${theme.font}`;
  return y.names.map((name, row) => {
    const text = clip(ctx, name, frame.right - frame.left);
    const { width } = ctx.measureText(text);
    const taken = dots.some((dot) => dot.y === row && frame.x(dot.x) < frame.left + width + CLEAR);
    const left = taken ? frame.right - width : frame.left;
    return {
      text,
      align: taken ? "right" : "left",
      box: { left, top: frame.y(row) - 3 - NAME_HEIGHT, width, height: NAME_HEIGHT },
    };
  });
}

function paintNames(ctx: Ctx, scene: Scene, frame: Frame, theme: Theme): void {
  const names = namesOf(ctx, scene, frame, theme);
  ctx.fillStyle = theme.paint("muted");
  ctx.textBaseline = "bottom";
  for (const { text, align, box } of names) {
    ctx.textAlign = align;
    ctx.fillText(text, align === "left" ? box.left : box.left + box.width, box.top + box.height);
  }
}

/** Names, bars and rules: lines run over them. */
export function paintUnder(ctx: Ctx, { scene, theme }: Shown, frame: Frame): void {
  paintNames(ctx, scene, frame, theme);
  paintBars(ctx, scene, frame, theme);
  for (const rule of scene.rules ?? []) paintRule(ctx, rule, frame, theme);
}

/** Values, marks and words: legible over everything else. */
export function paintOver(ctx: Ctx, { scene, theme }: Shown, frame: Frame): void {
  paintValues(ctx, scene, frame, theme);
  for (const dot of scene.dots ?? []) paintDot(ctx, dot, frame, theme);
  const names = namesOf(ctx, scene, frame, theme).map(({ box }) => box);
  ctx.font = `600 12px ${theme.font}`;
  const labels = (scene.rules ?? []).map((rule) => ({ rule, box: labelBox(ctx, rule, scene, frame) }));
  const boxes = labels.flatMap(({ box }) => box ?? []);
  paintNotes(ctx, scene, frame, theme, [...boxes, ...names]);
  for (const { rule, box } of labels) if (box) paintBox(ctx, [rule.label], box, theme);
}
