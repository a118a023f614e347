// Makes worker/preview/outlines.ts, the letters of preview images, out of the font that comes with the packaged
// Chromium. Run by hand when the characters or the font change: node scripts/atlas.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, deflateSync } from "node:zlib";
import { readTrueType } from "./atlas/truetype.mjs";

/** Latin with Extended-A, Cyrillic, and their punctuation; each from its first to its last. */
const RANGES = [
  [0x20, 0x7e],
  ...[0xa0, 0xa1, 0xa3, 0xa7, 0xa9, 0xab, 0xae, 0xb0, 0xb1, 0xb7, 0xbb].map((code) => [code, code]),
  [0xbf, 0x17f],
  [0x218, 0x21b],
  [0x400, 0x45f],
  [0x490, 0x491],
  [0x2010, 0x2026],
  [0x20ac, 0x20ac],
  [0x2116, 0x2116],
  [0x2212, 0x2212],
];
/** For titles only: every letter costs each request that starts a worker. */
const GREEK = [0x386, 0x3ce];

/** In the order in which the worker reads them: for titles, for everything else. */
const FACES = [
  { file: "OpenSans-Bold.ttf", ranges: [...RANGES, GREEK].toSorted(([a], [b]) => a - b) },
  { file: "OpenSans-Regular.ttf", ranges: RANGES },
];

/** Steps to one em: a seventh of a pixel off at most in letters of 54 pixels, and most steps from point to point are one byte. */
const EM = 192;

/** The outlines as bytes; worker/preview/font.ts says how they are read. */
export function outlines() {
  const files = fontFiles();
  return Buffer.from(FACES.flatMap(({ file, ranges }) => face(readTrueType(files(file)), ranges)));
}

function face({ unitsPerEm, glyphOf }, ranges) {
  const codes = ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, n) => first + n));
  const glyphs = codes.flatMap((code) => {
    const glyph = glyphOf(code);
    return glyph === null ? [] : [{ code, ...glyph }];
  });
  const scale = (value) => Math.round((value * EM) / unitsPerEm);
  let before = 0;
  return [
    ...number(glyphs.length),
    ...glyphs.flatMap(({ code, advance, contours }) => {
      const step = code - before;
      before = code;
      const outline = packed(contours, scale);
      return [...[step, scale(advance), outline.length].flatMap(number), ...outline];
    }),
  ];
}

function packed(contours, scale) {
  let [x, y] = [0, 0];
  const steps = (point) => {
    const [dx, dy] = [scale(point.x) - x, scale(point.y) - y];
    [x, y] = [x + dx, y + dy];
    return [...number(signless(dx) * 2 + (point.on ? 1 : 0)), ...number(signless(dy))];
  };
  return contours.flatMap((points) => [...number(points.length), ...points.flatMap(steps)]);
}

/** Seven bits a byte, the lowest first; the top bit says that more follow. */
function number(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...number(value >> 7)];
}

/** 0, -1, 1, -2, 2 become 0, 1, 2, 3, 4. */
function signless(value) {
  return value < 0 ? -value * 2 - 1 : value * 2;
}

/** Reads files out of the package's archive of fonts. */
function fontFiles() {
  const main = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const archive = brotliDecompressSync(readFileSync(join(dirname(main), "../bin/fonts.tar.br")));
  return (name) => {
    for (let at = 0; at < archive.length;) {
      const text = (from, length) => archive.toString("latin1", at + from, at + from + length).replace(/\0.*/s, "");
      const size = Number.parseInt(text(124, 12) || "0", 8);
      if (text(0, 100).endsWith(name)) return archive.subarray(at + 512, at + 512 + size);
      at += 512 + Math.ceil(size / 512) * 512;
    }
    throw new Error(`The packaged Chromium brings no ${name}`);
  };
}

if (import.meta.main) {
  const file = join(dirname(fileURLToPath(import.meta.url)), "../worker/preview/outlines.ts");
  const packed = deflateSync(outlines(), { level: 9 }).toString("base64");
  const note =
    "/** Made by scripts/atlas.mjs from Open Sans, see README.md: deflated bytes in base64, read by font.ts. */";
  writeFileSync(file, `${note}\nexport const OUTLINES =\n  "${packed}";\n`);
  console.log(`${file}: ${packed.length} characters`);
}
