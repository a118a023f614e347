import { describe, expect, it } from "vitest";
import { monthRuns, monthsBetween, monthsInWords } from "../../../../web/week/month-words";

describe("months in words", () => {
  it("are runs, also over the end of a year and in any order", () => {
    expect(monthRuns(["2026-01", "2025-12", "2026-03"])).toEqual([
      { from: "2025-12", to: "2026-01" },
      { from: "2026-03", to: "2026-03" },
    ]);
    expect(monthRuns([])).toEqual([]);
  });

  it("name a year once where one is enough", () => {
    expect(monthsInWords(["2026-01", "2026-02", "2026-04"])).toBe("3 months: January to February 2026 and April 2026");
    expect(monthsInWords(["2025-12", "2026-01"])).toBe("2 months: December 2025 to January 2026");
    expect(monthsInWords(["2012-10"])).toBe("1 month: October 2012");
  });

  it("of a range are those of the list between its ends, whichever comes first", () => {
    const months = ["2012-08", "2012-10", "2013-01"];
    expect(monthsBetween(months, "2012-08", "2012-12")).toEqual(["2012-08", "2012-10"]);
    expect(monthsBetween(months, "2013-01", "2012-10")).toEqual(["2012-10", "2013-01"]);
  });
});
