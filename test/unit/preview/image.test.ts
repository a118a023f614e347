import { decode } from "fast-png";
import { join } from "node:path";
import { expect, test } from "vitest";
import { assembleView } from "../../../worker/core/view";
import { viewInputFromEvents } from "../../../worker/core/view-from-events";
import { colourOf } from "../../../worker/preview/canvas";
import { drawPreview } from "../../../worker/preview/draw";
import { previewImage, unpackFont } from "../../../worker/preview/image";
import { readPack } from "../core/read-pack";

const pack = readPack(join(import.meta.dirname, "../../../scenarios/pakistan-russia-2012"));
const view = assembleView(viewInputFromEvents({ ...pack, asOf: "2025-11-30", asOfReason: "asked" }));

test("the shipped scenario's image is a PNG of 1200 x 630 and of fewer than 40 kB", async () => {
  const png = await previewImage(view, "Signpost");
  expect(Array.from(png.subarray(0, 8))).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  expect(png.length).toBeLessThan(40_000);
  expect(decode(png, { checkCrc: true })).toMatchObject({ width: 1200, height: 630, depth: 4 });
});

test("its pixels have the colours that were drawn, or ones close to them", async () => {
  const { data, palette = [] } = decode(await previewImage(view, "Signpost"));
  const { pixels } = drawPreview(view, "Signpost", await unpackFont());
  const shades = palette.map((shade) => shade.slice(0, 3));
  const apart = new Map<number, number>();
  for (const [at, pixel] of pixels.entries()) {
    const two = data[at >> 1] ?? 0;
    const number = at % 2 === 0 ? two >> 4 : two & 15;
    const pair = pixel * 16 + number;
    if (apart.has(pair)) continue;
    apart.set(
      pair,
      Math.max(...colourOf(pixel).map((part, place) => Math.abs(part - (shades[number]?.[place] ?? 999)))),
    );
  }
  const farthest = Math.max(...apart.values());
  // Bands, inks, and their edges in several strengths.
  expect(apart.size).toBeGreaterThan(30);
  expect(farthest).toBeLessThan(50);
});

test("the same view gives the same bytes", async () => {
  expect(await previewImage(view, "Signpost")).toEqual(await previewImage(view, "Signpost"));
});
