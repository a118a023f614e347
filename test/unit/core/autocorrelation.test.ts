import { describe, expect, it } from "vitest";
import { autocorrelationOf, type Autocorrelation } from "../../../worker/core/autocorrelation";
import { ResidualRanks } from "../../../worker/core/residual-ranks";
import { expectClose } from "../close";

function about(slope: number, months: Int32Array, y: Float64Array): Autocorrelation {
  return autocorrelationOf(months, new ResidualRanks(months, y, Int32Array.from(y.keys())), y.length, slope);
}

function consecutive(y: readonly number[]): Autocorrelation {
  return about(
    0,
    Int32Array.from(y, (_, i) => i),
    Float64Array.from(y),
  );
}

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
    expect(about(0, months, y)).toMatchObject({ r1: 0, rho: 0.25 }); // 2 / (12 - 4)
  });

  it("inflates by the sum over all lags", () => {
    const months = Int32Array.from({ length: 12 }, (_, i) => 2 * i);
    const y = Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8);
    const terms = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((k) => (12 - k) * (11 - k) * (10 - k) * 0.25 ** k);
    const want = 1 + (2 / (12 * 11 * 10)) * terms.reduce((a, b) => a + b);
    expectClose(about(0, months, y).inflation, want, "F");
  });
});
