/** A picture of a few inks on two grounds, each in 16 strengths, so that edges are smooth. */
import { tracesOf, type Contour } from "./coverage";

export type Ink = "band" | "line" | "muted" | "ink" | "accent";

export type Rgb = readonly [red: number, green: number, blue: number];

/** The light theme of web/styles/base.css: a picture cannot ask the reader for a dark one. */
const PAPER: Rgb = [0xfb, 0xfa, 0xf7];
const INKS: Record<Ink, Rgb> = {
  // The accent at 18 % on paper, as in the chart of the page.
  band: [0xd0, 0xdb, 0xde],
  line: [0xb4, 0xb0, 0xa6],
  muted: [0x56, 0x5b, 0x62],
  ink: [0x1b, 0x1d, 0x20],
  accent: [0x0a, 0x4f, 0x6d],
};
const ORDER = ["band", "line", "muted", "ink", "accent"] as const satisfies readonly Ink[];
const BAND = ORDER.indexOf("band");

/** A pixel is its ground (1 bit), its ink (3 bits) and how much of it the ink covers (4 bits). */
const FULL = 15;

export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Blank paper; sizes in pixels. */
export function newCanvas(width: number, height: number): Canvas {
  return { width, height, pixels: new Uint8Array(width * height) };
}

/**
 * The colour of a pixel, red, green and blue from 0 to 255.
 *
 * @example colourOf(0) // paper: [251, 250, 247]
 */
export function colourOf(pixel: number): Rgb {
  const ground = pixel < 128 ? PAPER : INKS.band;
  const ink = INKS[ORDER[(pixel >> 4) & 7] ?? "band"];
  const mixed = (at: 0 | 1 | 2) => Math.round(ground[at] + ((ink[at] - ground[at]) * (pixel & 15)) / FULL);
  return [mixed(0), mixed(1), mixed(2)];
}

/** The pixel where an ink covers so much (0 to 15) of paper or of the band. */
export function pixelOf(name: Ink, level: number, ground: "paper" | "band" = "paper"): number {
  return (ground === "band" ? 128 : 0) | (ORDER.indexOf(name) << 4) | level;
}

/**
 * What a pixel becomes when ink covers so much of it (1 to 15). There is room for one ink a pixel: the one that covers
 * more stays, and what lies under an edge counts as paper or as band, whichever it was most of.
 *
 * @example ink (number 3) at 15 over band at 15: the band becomes the ground, 0b1_011_1111 = 191
 */
export function blend(pixel: number, ink: number, level: number): number {
  const [lies, covers] = [(pixel >> 4) & 7, pixel & 15];
  if (lies === ink) return (pixel & 0b1111_0000) | Math.max(covers, level);
  if (lies === BAND && covers > 0) return (covers > FULL / 2 ? 128 : 0) | (ink << 4) | level;
  return level >= covers ? (pixel & 128) | (ink << 4) | level : pixel;
}

/** Fills shapes with an ink; what lies beyond the edge of the picture is left out. */
export function fill(canvas: Canvas, contours: readonly Contour[], name: Ink): void {
  const { pixels } = canvas;
  const { left, top, width, height, stride, sums } = tracesOf(contours, canvas.width, canvas.height);
  const ink = ORDER.indexOf(name);
  for (let row = 0; row < height; row += 1) {
    const start = (top + row) * canvas.width + left;
    let share = 0;
    for (let column = 0; column < width; column += 1) {
      share += sums[row * stride + column] ?? 0;
      const level = Math.round(Math.min(1, Math.abs(share)) * FULL);
      if (level > 0) pixels[start + column] = blend(pixels[start + column] ?? 0, ink, level);
    }
  }
}
