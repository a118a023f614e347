import { expect, test } from "vitest";
import { blend, colourOf, fill, newCanvas, pixelOf } from "../../../worker/preview/canvas";

const box = (left: number, right: number): number[] => [left, 0, right, 0, right, 1, left, 1];

test("blank paper and each ink have the colours of the light theme", () => {
  expect(colourOf(0)).toEqual([251, 250, 247]);
  expect(colourOf(pixelOf("ink", 15))).toEqual([27, 29, 32]);
  expect(colourOf(pixelOf("accent", 15))).toEqual([10, 79, 109]);
  expect(colourOf(pixelOf("accent", 15, "band"))).toEqual([10, 79, 109]);
  expect(colourOf(pixelOf("ink", 0, "band"))).toEqual(colourOf(pixelOf("band", 15)));
});

test("a shape colours the pixels that it covers as much as it covers them", () => {
  const canvas = newCanvas(4, 1);
  fill(canvas, [box(1, 2.6)], "ink");
  expect([...canvas.pixels]).toEqual([0, pixelOf("ink", 15), pixelOf("ink", 9), 0]);
});

test("shapes of one direction unite where they overlap", () => {
  const canvas = newCanvas(4, 1);
  fill(canvas, [box(0, 2), box(1, 3)], "ink");
  expect([...canvas.pixels]).toEqual([15, 15, 15, 0].map((level) => (level === 0 ? 0 : pixelOf("ink", level))));
});

test("an ink over the band has the band for its ground", () => {
  const canvas = newCanvas(3, 1);
  fill(canvas, [box(0, 3)], "band");
  fill(canvas, [box(0, 1.4)], "ink");
  expect([...canvas.pixels]).toEqual([pixelOf("ink", 15, "band"), pixelOf("ink", 6, "band"), pixelOf("band", 15)]);
});

test("of two inks in a pixel the one that covers more stays", () => {
  const ink = 3;
  expect(blend(pixelOf("line", 15), ink, 4)).toBe(pixelOf("line", 15));
  expect(blend(pixelOf("line", 4), ink, 9)).toBe(pixelOf("ink", 9));
  expect(blend(pixelOf("ink", 4), ink, 9)).toBe(pixelOf("ink", 9));
  expect(blend(pixelOf("ink", 9), ink, 4)).toBe(pixelOf("ink", 9));
});
