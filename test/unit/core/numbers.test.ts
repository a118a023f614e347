import { expect, it } from "vitest";
import { round10, sum } from "../../../worker/core/numbers";

it("numbers of a view have ten decimals", () => {
  expect(round10(2 / 3)).toBe(0.6666666667);
  expect(round10(0.1 + 0.2)).toBe(0.3);
  expect(round10(12345.678)).toBe(12345.678);
});

it("minus nought is nought, also after rounding", () => {
  expect(Object.is(round10(-0), 0)).toBe(true);
  expect(Object.is(round10(-1e-12), 0)).toBe(true);
});

it("a sum of nothing is nought", () => {
  expect(sum([])).toBe(0);
  expect(sum([1, 2.5, -3])).toBe(0.5);
});
