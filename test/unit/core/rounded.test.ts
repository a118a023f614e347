import { expect, it } from "vitest";
import { rounded } from "../../../worker/core/rounded";

it("every number of a value is rounded to 10 decimals, at any depth", () => {
  const value = { p: 2 / 3, word: "stalled", none: null, variants: [{ rise: -1e-12, S: -363, final: true }] };
  const got = rounded(value);
  expect(got).toEqual({ p: 0.6666666667, word: "stalled", none: null, variants: [{ rise: 0, S: -363, final: true }] });
  expect(Object.is(got.variants[0]?.rise, 0)).toBe(true);
});
