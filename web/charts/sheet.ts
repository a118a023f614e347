/** A figure as a picture that stands alone: title, sentence, key, chart, and where it is from, on white paper. */
import type { Paint, Theme } from "./figure";
import type { ToSave } from "./save";
import { standingOf } from "./saved";
import { wrap } from "./wrap";
import { paintSwatch, SWATCH } from "./paint-swatch";

/** CSS pixels of a sheet, of which each is `SHARPNESS` of the file. */
const [WIDTH, MARGIN, SHARPNESS] = [900, 28, 2];
const INNER = WIDTH - 2 * MARGIN;
/** A lane of a page is too low to be read by itself. */
const LOWEST = 180;
const STEP = { title: 30, text: 21, small: 18 };

type Ctx = CanvasRenderingContext2D;

interface Piece {
  height: number;
  paint: (ctx: Ctx, top: number) => void;
}

interface Type {
  font: string;
  step: number;
  paint: Paint;
}

/** Lines of text as wide as the sheet. */
function textPiece(ctx: Ctx, text: string, { font, step, paint }: Type, theme: Theme): Piece {
  ctx.font = font;
  const lines = wrap(text, INNER, (part) => ctx.measureText(part).width);
  return {
    height: lines.length * step,
    paint: (on, top) => {
      on.font = font;
      on.fillStyle = theme.paint(paint);
      for (const [at, line] of lines.entries()) on.fillText(line, MARGIN, top + at * step);
    },
  };
}

/** Swatches with their words, in as many rows as they need. */
function keyPiece(ctx: Ctx, { key, figure }: ToSave, theme: Theme): Piece {
  const font = `13px ${theme.font}`;
  ctx.font = font;
  let [left, row] = [0, 0];
  const placed = key.map((entry) => {
    const lead = entry.swatch === "none" ? 0 : SWATCH + 6;
    const width = lead + ctx.measureText(entry.text).width;
    if (left > 0 && left + width > INNER) [left, row] = [0, row + 1];
    const at = { entry, lead, left: MARGIN + left, row };
    left += width + 20;
    return at;
  });
  return {
    height: key.length === 0 ? 0 : (row + 1) * STEP.text,
    paint: (on, top) => {
      for (const { entry, lead, left: x, row: below } of placed) {
        const y = top + below * STEP.text;
        paintSwatch(on, entry.swatch, { x, y: y + 8 }, figure.colour ?? "accent", theme);
        on.font = font;
        on.fillStyle = theme.paint("muted");
        on.fillText(entry.text, x + lead, y);
      }
    },
  };
}

function pieces(ctx: Ctx, saving: ToSave, theme: Theme, chart: CanvasImageSource, height: number): Piece[] {
  const { title, caption, verdict, page } = saving;
  const text = (content: string, type: Type): Piece => textPiece(ctx, content, type, theme);
  const small: Type = { font: `12px ${theme.font}`, step: STEP.small, paint: "muted" };
  const body: Type = { font: `15px ${theme.font}`, step: STEP.text, paint: "ink" };
  const gap = (pixels: number): Piece => ({ height: pixels, paint: () => undefined });
  return [
    text(title, { font: `700 22px ${theme.font}`, step: STEP.title, paint: "ink" }),
    gap(4),
    ...(verdict === null
      ? []
      : [text(verdict.headline, { ...body, font: `600 15px ${theme.font}` }), text(verdict.rest, body), gap(8)]),
    text(caption, body),
    gap(8),
    keyPiece(ctx, saving, theme),
    gap(8),
    { height, paint: (on, top) => on.drawImage(chart, MARGIN, top, INNER, height) },
    gap(14),
    text(`${standingOf(page)}. Source: ${page.scenario}, a Signpost scenario.`, small),
    text(page.url, small),
  ];
}

/** A PNG with two pixels to each of the sheet. */
export async function sheet(saving: ToSave, charts: typeof import("./all")): Promise<Blob> {
  const canvas = document.createElement("canvas");
  const ctx = canvas.getContext("2d");
  if (!ctx) throw new Error("This browser draws no pictures");
  const font = getComputedStyle(document.documentElement).getPropertyValue("--sans").trim();
  const theme = charts.paperTheme(font);
  const { figure, range } = saving;
  const height = Math.max(LOWEST, saving.height);
  const chart = charts.pictureOf(figure, { theme, width: INNER, height, range, sharpness: SHARPNESS });
  const all = pieces(ctx, saving, theme, chart, height);
  canvas.width = WIDTH * SHARPNESS;
  canvas.height = Math.ceil(all.reduce((sum, piece) => sum + piece.height, 2 * MARGIN)) * SHARPNESS;
  ctx.scale(SHARPNESS, SHARPNESS);
  ctx.fillStyle = theme.paint("paper");
  ctx.fillRect(0, 0, WIDTH, canvas.height);
  ctx.textBaseline = "top";
  let top = MARGIN;
  for (const piece of all) {
    piece.paint(ctx, top);
    top += piece.height;
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture is empty"))), "image/png"),
  );
}
