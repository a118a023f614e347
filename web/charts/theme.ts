import { legible } from "./colour";
import type { Fill, Pattern, Theme } from "./figure";

/** Diagonal lines in the colour: told from solid and from outline also in grey. */
function hatch(colour: string): Fill {
  const tile = document.createElement("canvas");
  tile.width = 6;
  tile.height = 6;
  const ctx = tile.getContext("2d");
  if (!ctx) return colour;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.6;
  ctx.beginPath();
  for (const shift of [-6, 0, 6]) {
    ctx.moveTo(shift, 6);
    ctx.lineTo(shift + 6, 0);
  }
  ctx.stroke();
  return ctx.createPattern(tile, "repeat") ?? colour;
}

/** The colours of the page as its style sheet gives them now; read again when the colour scheme changes. */
export function themeOf(element: Element): Theme {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const [ink, paper] = [token("--ink"), token("--surface")];
  const colour = (value: string) => legible(value, paper, ink);
  const fills: Record<Pattern, (value: string) => Fill> = {
    solid: colour,
    hatched: (value) => hatch(colour(value)),
    outline: () => paper,
  };
  return {
    ink,
    paper,
    muted: token("--muted"),
    line: token("--line"),
    accent: token("--accent"),
    band: token("--band"),
    font: token("--sans"),
    colour,
    fill: (value, pattern) => fills[pattern](value),
  };
}
