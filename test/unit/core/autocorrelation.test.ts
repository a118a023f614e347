import { describe, expect, it } from "vitest";
import { autocorrelationOf, averageRanks } from "../../../worker/core/autocorrelation";
import { expectClose } from "../close";

function consecutive(y: readonly number[]): ReturnType<typeof autocorrelationOf> {
  return autocorrelationOf(
    Int32Array.from(y, (_, i) => i),
    Float64Array.from(y),
    0,
  );
}

describe("average ranks", () => {
  it("equal values share the mean of their ranks", () => {
    expect([...averageRanks(Float64Array.of(0.5, 2, 0.5))]).toEqual([1.5, 3, 1.5]); // (1 + 2) / 2
  });

  it("values within 1e-9 of their sorted neighbour are equal, also in a chain", () => {
    expect([...averageRanks(Float64Array.of(1, 1 + 0.9e-9, 1 + 1.8e-9))]).toEqual([2, 2, 2]);
    expect([...averageRanks(Float64Array.of(1, 1 + 1.1e-9))]).toEqual([1, 2]);
  });
});

describe("autocorrelation", () => {
  it("below ten months nothing is said of it", () => {
    expect(consecutive([1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual({ r1: null, rho: null, inflation: 1 });
  });

  it("with all residuals equal it is neutral", () => {
    expect(consecutive(Array.from({ length: 10 }, () => 4))).toEqual({ r1: 0, rho: 0, inflation: 1 });
  });

  it("residual ranks 1 to 10 in order correlate", () => {
    // d = -4.5 ... 4.5: sum d^2 = 82.5; sum d d' = 82.5 - 20.25 - 9 / 2 = 57.75 (d d' = (d^2 + d'^2 - 1) / 2)
    const { r1, rho } = consecutive([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expectClose(r1 ?? undefined, 57.75 / 10 / (82.5 / 10), "r1"); // nine pairs, divided by ten
    expect(rho).toBe(0.9); // (10 * 0.7 + 2) / 6 = 1.5, cut
  });

  it("alternating residuals do not deflate the variance", () => {
    const { r1, rho, inflation } = consecutive([1, 9, 1, 9, 1, 9, 1, 9, 1, 9]);
    expect(r1).toBeLessThan(0);
    expect([rho, inflation]).toEqual([0, 1]);
  });

  it("without a pair of neighbouring months r1 is 0, and only the bias correction is left", () => {
    const months = Int32Array.from({ length: 12 }, (_, i) => 2 * i);
    const y = Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8);
    expect(autocorrelationOf(months, y, 0)).toMatchObject({ r1: 0, rho: 0.25 }); // 2 / (12 - 4)
  });

  it("inflates by the sum over all lags", () => {
    const months = Int32Array.from({ length: 12 }, (_, i) => 2 * i);
    const y = Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8);
    const terms = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((k) => (12 - k) * (11 - k) * (10 - k) * 0.25 ** k);
    const want = 1 + (2 / (12 * 11 * 10)) * terms.reduce((a, b) => a + b);
    expectClose(autocorrelationOf(months, y, 0).inflation, want, "F");
  });
});
