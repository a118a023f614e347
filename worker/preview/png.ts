import { encode } from "fast-png";
import { colourOf, pixelOf, type Canvas, type Rgb } from "./canvas";

/**
 * Sixteen of the canvas's colours, so that two pixels fit in a byte: half the bytes to compress take half the time. Six
 * strengths of ink, of which the fourth is the muted one, are enough for letters of 26 pixels.
 */
const SHADES = [
  pixelOf("ink", 0),
  ...[3, 5, 8, 11, 13, 15].map((level) => pixelOf("ink", level)),
  ...[4, 8, 12, 15].map((level) => pixelOf("accent", level)),
  ...[8, 15].map((level) => pixelOf("band", level)),
  ...[6, 11].map((level) => pixelOf("ink", level, "band")),
  pixelOf("accent", 8, "band"),
].map(colourOf);

/** By pixel value, the number of the nearest shade. */
const NEAREST = Uint8Array.from({ length: 256 }, (_, pixel) => {
  const colour = colourOf(pixel);
  const distances = SHADES.map((shade) => distance(shade, colour));
  return distances.indexOf(Math.min(...distances));
});

function distance(a: Rgb, b: Rgb): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}

/**
 * The picture as a PNG of 4 bits a pixel, some 34 kB. fast-png is well kept and costs 6 kB of the worker and 8 ms of CPU;
 * a format of our own around the platform's compression would save half of that time, a renderer of SVG in WebAssembly
 * would cost 960 kB and 40 ms.
 */
export function toPng({ width, height, pixels }: Canvas): Uint8Array {
  const data = new Uint8Array((width / 2) * height);
  for (let at = 0; at < data.length; at += 1) {
    data[at] = ((NEAREST[pixels[at * 2] ?? 0] ?? 0) << 4) | (NEAREST[pixels[at * 2 + 1] ?? 0] ?? 0);
  }
  return encode({ width, height, channels: 1, depth: 4, data, palette: SHADES.map((shade) => [...shade]) });
}
