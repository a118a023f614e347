import { legible } from "./colour";
import type { Fill, Paint, Pattern, Theme } from "./figure";

type Draw = (ctx: CanvasRenderingContext2D) => void;

/** A small tile, repeated: told from other patterns also in grey. */
function tile(size: number, colour: string, draw: Draw): Fill {
  const canvas = document.createElement("canvas");
  canvas.width = size;
  canvas.height = size;
  const ctx = canvas.getContext("2d");
  if (!ctx) return colour;
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  draw(ctx);
  return ctx.createPattern(canvas, "repeat") ?? colour;
}

const hatch: Draw = (ctx) => {
  ctx.lineWidth = 1.6;
  ctx.beginPath();
  for (const shift of [-6, 0, 6]) {
    ctx.moveTo(shift, 6);
    ctx.lineTo(shift + 6, 0);
  }
  ctx.stroke();
};

const dots: Draw = (ctx) => {
  ctx.beginPath();
  ctx.arc(2.5, 2.5, 1.1, 0, 7);
  ctx.fill();
};

type Named = Exclude<Paint, `#${string}`>;

function themeFrom(font: string, named: Record<Named, string>): Theme {
  const isNamed = (colour: Paint): colour is Named => Object.hasOwn(named, colour);
  const paint = (colour: Paint): string => (isNamed(colour) ? named[colour] : legible(colour, named.paper, named.ink));
  const fills: Record<Pattern, (colour: string) => Fill> = {
    solid: (colour) => colour,
    hatched: (colour) => tile(6, colour, hatch),
    dotted: (colour) => tile(5, colour, dots),
    outline: () => named.paper,
  };
  const made = new Map<string, Fill>();
  const fill = (colour: Paint, pattern: Pattern): Fill => {
    const key = `${pattern} ${colour}`;
    const known = made.get(key) ?? fills[pattern](paint(colour));
    made.set(key, known);
    return known;
  };
  return { font, paint, fill };
}

/** The colours of the page as its style sheet gives them now; read again when the colour scheme changes. */
function themeOf(element: Element): Theme {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return themeFrom(token("sans"), {
    ink: token("ink"),
    paper: token("surface"),
    muted: token("muted"),
    line: token("line"),
    accent: token("accent"),
    band: token("band"),
  });
}

/** White paper, whatever the page looks like: for files. */
export function paperTheme(font: string): Theme {
  return themeFrom(font, {
    ink: "#1b1d20",
    paper: "#ffffff",
    muted: "#565b62",
    line: "#d8d4ca",
    accent: "#0a4f6d",
    band: "#0a4f6d2e",
  });
}

let current: Theme | null = null;

/** The theme, read once for all charts that are drawn in one go. */
export function pageTheme(element: Element): Theme {
  if (current) return current;
  current = themeOf(element);
  queueMicrotask(() => (current = null));
  return current;
}
