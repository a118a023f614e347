import fc from "fast-check";
import { expect, it } from "vitest";
import { largestRemainder } from "../../../worker/core/largest-remainder";

it("the number that lost most by rounding down is rounded up", () => {
  expect(largestRemainder([0.333, 0.333, 0.334])).toEqual([0.33, 0.33, 0.34]); // sum 1.00
});

it("works below nought too", () => {
  expect(largestRemainder([-1.005, 1.004, 0.005])).toEqual([-1, 1, 0]); // sum 0.004, shown 0.00
});

it("the shown numbers add up to the shown sum, and none is off by a whole unit", () => {
  const values = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { maxLength: 60 });
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 3 }), (numbers, decimals) => {
      const unit = 10 ** decimals;
      const shown = largestRemainder(numbers, decimals);
      const total = shown.reduce((sum, value) => sum + Math.round(value * unit), 0);
      expect(total).toBe(Math.round(numbers.reduce((sum, value) => sum + value * unit, 0)) + 0);
      for (const [at, value] of numbers.entries()) {
        expect(Math.abs((shown[at] ?? Number.NaN) - value)).toBeLessThan(1 / unit + 1e-9);
      }
    }),
  );
});
