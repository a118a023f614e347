import { describe, expect, it } from "vitest";
import { trendOf } from "../../../worker/core/trend";
import { expectClose } from "../close";

function trend(points: readonly (number | null)[]): ReturnType<typeof trendOf> {
  const covered = points.flatMap((y, month) => (y === null ? [] : [{ month, y }]));
  return trendOf(
    Int32Array.from(covered, ({ month }) => month),
    Float64Array.from(covered, ({ y }) => y),
  );
}

/** The twelve months of the method's worked example. */
const WORKED = [12.997, 1, 1, 5.191, 4.8, 7.4, 2.33, 2.33, 4.221, 2.1, -4.75, 6.46];

describe("the trend", () => {
  it("of the worked example falls a little, and a rise of 3 lies above its range", () => {
    const got = trend(WORKED);
    expect(got).toMatchObject({ n: 12, S: -10, rho: 0, inflation: 1, spanMonths: 11 });
    // 12 * 11 * 29 - 2 pairs * 18 = 3792; / 18
    expectClose(got?.varS, 3792 / 18, "varS");
    expect(got?.r1).toBeCloseTo(-0.313, 3);
    expect(got?.z).toBeCloseTo(-0.62, 3);
    expect(got?.p).toBeCloseTo(0.535, 3);
    expect(got?.rise).toBeCloseTo(-1.93, 2);
    expect(got?.riseLow).toBeCloseTo(-12.31, 2);
    expect(got?.riseHigh).toBeCloseTo(2.93, 2);
  });

  it("of fewer than three months there is none", () => {
    expect([trend([]), trend([1]), trend([1, 2]), trend([null, 1, null, 2])]).toEqual([null, null, null, null]);
  });

  it("of a constant series is nothing at all, for certain", () => {
    const constant = Array.from({ length: 12 }, () => 3);
    expect(trend(constant)).toMatchObject({
      S: 0,
      varS: 0,
      z: 0,
      p: 1,
      r1: 0,
      rho: 0,
      inflation: 1,
      rise: 0,
      riseLow: 0,
      riseHigh: 0,
      intercept: 3,
    });
  });

  it("keeps gaps: a line is found through months that are missing, and the span counts them", () => {
    const got = trend([0, 2, null, null, 8, null, 12]);
    expect(got).toMatchObject({ n: 4, S: 6, slope: 2, intercept: 0, spanMonths: 6, rise: 12 }); // 2 * 6
  });

  it("months missing at the ends do not lengthen the span", () => {
    expect(trend([null, null, 5, 6, 7, null])).toMatchObject({ spanMonths: 2, rise: 2, intercept: 3 }); // 6 - 1 * 3
  });

  it("no number of it is minus nought", () => {
    const got = trend([0, 0, 0, 0, -1, 0, 0, 0, 0, 0, 1, 0]);
    expect(Object.values(got ?? {}).filter((value) => Object.is(value, -0))).toEqual([]);
  });
});
