import { describe, expect, it } from "vitest";
import { levelOf } from "../../../worker/core/level";
import { addMonths, lastCompleteMonth, monthRange } from "../../../worker/core/months";
import type { ViewLevel } from "../../../worker/core/view-types";

const all = monthRange("2011-01", "2014-12");

/** Every month of a year-from-June earns the same direct points and one driver point, with variance 0.1. */
function level(pointsBefore: number, pointsAfter: number, asOf: string, covered = all): ViewLevel {
  const series = monthRange("2011-01", asOf.slice(0, 7)).map((month) => {
    const direct = month < "2012-06" ? pointsBefore : pointsAfter;
    return { month, direct, y: direct + 1, directVariance: 0.1 };
  });
  const completeTo = lastCompleteMonth(asOf, "2099-12-31");
  return levelOf({ series, covered: new Set(covered), registeredOn: "2012-06-15", completeTo });
}

describe("the level", () => {
  it("compares the last 12 complete months with the 12 before the month of registration", () => {
    const { last12, baseline12, directDifference } = level(2, 3, "2013-05-31");
    expect(baseline12).toEqual({ direct: 24, total: 36, covered: 12 }); // June 2011 to May 2012: 12 * 2, 12 * 3
    expect(last12).toEqual({ direct: 36, total: 48, covered: 12 });
    expect(directDifference).toBe(12);
  });

  it("an unfinished month is left out", () => {
    expect(level(2, 3, "2013-06-29").last12).toEqual(level(2, 3, "2013-05-31").last12);
  });

  it("the band is 1.645 times the root of both years' variances", () => {
    expect(level(2, 3, "2013-05-31").band90).toBeCloseTo(1.6448536269514722 * Math.sqrt(2.4), 12); // 2 * 12 * 0.1; 2.548
  });

  it.each([
    [2, 3, "above"], // 12 more than 2.5
    [3, 2, "below"],
    [2, 2.2, "about the same"], // 2.4 is within 2.548
    [2, 2.22, "above"], // 2.64 is not
  ] as const)("%f points a month before and %f now is %s", (before, after, word) => {
    expect(level(before, after, "2013-05-31").word).toBe(word);
  });

  it("with fewer than 9 months covered in either year it is not judged", () => {
    const lastYear = monthRange("2012-06", "2013-05");
    const baseline = monthRange("2011-06", "2012-05");
    const word = (covered: string[]): string => level(2, 3, "2013-05-31", covered).word;
    expect(word([...baseline, ...lastYear.slice(3)])).toBe("above"); // 9 of 12
    expect(word([...baseline, ...lastYear.slice(4)])).toBe("not judged"); // 8 of 12
    expect(word([...baseline.slice(4), ...lastYear])).toBe("not judged");
  });

  it("years step back by 12 months while they end in or after the month of registration", () => {
    const ends = (asOf: string): string[] => level(2, 3, asOf).years.map(({ to }) => to);
    expect(ends("2014-06-30")).toEqual(["2014-06", "2013-06", "2012-06"]);
    expect(ends("2014-05-31")).toEqual(["2014-05", "2013-05"]);
    expect(ends("2012-05-31")).toEqual([]);
  });

  it("the newest year is the one the word is about", () => {
    const { years, last12 } = level(2, 3, "2014-06-15");
    expect(years[0]).toEqual({ to: addMonths("2014-06", -1), ...last12 });
  });
});
