import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { medianOf, roundHalfEven, selector } from "../../../worker/core/order-statistics";

/** Few distinct values, so that ties are common, or many. */
const values = fc.oneof(
  fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 200 }),
  fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 200 }),
);

describe("selection", () => {
  it("gives the same as sorting, for any ranks in any order", () => {
    fc.assert(
      fc.property(values, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), (list, wanted) => {
        const sorted = Float64Array.from(list).sort();
        const at = selector(Float64Array.from(list));
        // Zero has two signs, which sorting tells apart and nobody else does: adding 0 leaves one.
        for (const rank of wanted.map((any) => any % list.length)) {
          expect(at(rank) + 0).toBe((sorted[rank] ?? Number.NaN) + 0);
        }
      }),
    );
  });

  it("copes with lists that are sorted, reversed or all equal", () => {
    const rising = Float64Array.from({ length: 500 }, (_, i) => i);
    expect(selector(rising)(250)).toBe(250);
    expect(selector(rising.toReversed())(3)).toBe(3);
    expect(selector(new Float64Array(500).fill(7))(499)).toBe(7);
  });
});

describe("the median", () => {
  it("is the middle one of an odd count, the mean of the middle two of an even count", () => {
    expect(medianOf(selector(Float64Array.of(5, 1, 3)), 3)).toBe(3);
    expect(medianOf(selector(Float64Array.of(4, 1, 3, 2)), 4)).toBe(2.5); // (2 + 3) / 2
    expect(medianOf(selector(Float64Array.of(9)), 1)).toBe(9);
  });
});

describe("rounding to the even half", () => {
  it.each([
    [0.5, 0],
    [1.5, 2],
    [2.5, 2],
    [-0.5, -0],
    [-1.5, -2],
    [-2.5, -2],
    [2.4999, 2],
    [2.5001, 3],
  ])("%d becomes %d", (value, want) => {
    expect(roundHalfEven(value)).toBe(want);
  });
});
