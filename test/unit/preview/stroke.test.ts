import fc from "fast-check";
import { expect, test } from "vitest";
import { dashesOf, strokeOf, type Spot } from "../../../worker/preview/stroke";

function lengthOf(spots: readonly Spot[]): number {
  return spots.slice(1).reduce((sum, [x, y], at) => {
    const [x0, y0] = spots[at] ?? [x, y];
    return sum + Math.hypot(x - x0, y - y0);
  }, 0);
}

/** Twice the area inside, with the sign of the direction. */
function turnOf(contour: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < contour.length; at += 2) {
    const next = (at + 2) % contour.length;
    sum += (contour[at] ?? 0) * (contour[next + 1] ?? 0) - (contour[next] ?? 0) * (contour[at + 1] ?? 0);
  }
  return sum;
}

test("a line is dashed from its start, also around corners", () => {
  const straight: Spot[] = [
    [0, 0],
    [10, 0],
  ];
  expect(dashesOf(straight, 4, 2)).toEqual([
    [
      [0, 0],
      [4, 0],
    ],
    [
      [6, 0],
      [10, 0],
    ],
  ]);
  const bent: Spot[] = [
    [0, 0],
    [3, 0],
    [3, 3],
  ];
  expect(dashesOf(bent, 4, 9)).toEqual([
    [
      [0, 0],
      [3, 0],
      [3, 1],
    ],
  ]);
});

test("dashes are as long together as the pattern leaves of the line", () => {
  const spot = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }));
  fc.assert(
    fc.property(fc.array(spot, { minLength: 2, maxLength: 8 }), (spots) => {
      const whole = lengthOf(spots);
      const drawn = dashesOf(spots, 5, 3).reduce((sum, dash) => sum + lengthOf(dash), 0);
      expect(drawn).toBeCloseTo(Math.floor(whole / 8) * 5 + Math.min(5, whole % 8), 6);
    }),
  );
});

test("all pieces of a line turn the same way, so that they unite", () => {
  const spots: Spot[] = [
    [0, 0],
    [9, 4],
    [2, 8],
    [2, 8],
    [2, 1],
  ];
  const turns = strokeOf(spots, 3).map(turnOf);
  // Three stretches of length, and a disc at each point.
  expect(turns).toHaveLength(3 + 5);
  expect(turns.every((turn) => turn < 0)).toBe(true);
});
