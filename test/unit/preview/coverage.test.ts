import fc from "fast-check";
import { expect, test } from "vitest";
import { sum } from "../../../worker/core/numbers";
import { tracesOf, type Contour } from "../../../worker/preview/coverage";

/** The share of each pixel, row by row. */
function shares(contours: readonly Contour[], size = 20): number[][] {
  const { left, top, width, height, stride, sums } = tracesOf(contours, size, size);
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (let row = 0; row < height; row += 1) {
    let share = 0;
    for (let column = 0; column < width; column += 1) {
      share += sums[row * stride + column] ?? 0;
      const line = rows[top + row];
      if (line) line[left + column] = Math.abs(share);
    }
  }
  return rows;
}

function areaOf(contours: readonly Contour[]): number {
  return sum(shares(contours).flat());
}

function areaByCorners([x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0]: Contour): number {
  return Math.abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)) / 2;
}

const square = (from: number, to: number): number[] => [from, from, to, from, to, to, from, to];

test("a square between pixels covers the shares of them that it covers", () => {
  const [first, second, third] = shares([[0, 0.25, 1.5, 0.25, 1.5, 1, 0, 1]], 3);
  expect(first).toEqual([0.75, 0.375, 0]);
  expect([second, third]).toEqual([
    [0, 0, 0],
    [0, 0, 0],
  ]);
});

test("a square turned the other way inside another is a hole", () => {
  const hole = [4, 4, 4, 8, 8, 8, 8, 4];
  expect(areaOf([square(2, 10), hole])).toBeCloseTo(64 - 16, 4);
});

test("a triangle covers as much as its area, wherever its corners lie", () => {
  const corner = fc.double({ min: 0, max: 20, noNaN: true });
  fc.assert(
    fc.property(fc.tuple(corner, corner, corner, corner, corner, corner), (triangle) => {
      expect(areaOf([triangle])).toBeCloseTo(areaByCorners(triangle), 2);
    }),
  );
});

test("what lies beyond the picture is moved to its border, and what is no number is nowhere", () => {
  expect(areaOf([square(-100, 100)])).toBeCloseTo(400, 3);
  expect(areaOf([[NaN, 1, Infinity, 2, 3, NaN]])).toBe(0);
  expect(areaOf([[], [1, 1]])).toBe(0);
});
