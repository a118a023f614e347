import { describe, expect, it } from "vitest";
import { dayAt, monthAt, pointAt, timeTicks } from "../../../../web/charts/axis";

const axis = { origin: "2012-01", length: 24 };

describe("the time axis", () => {
  it("puts month i at i", () => {
    expect(monthAt(axis, "2012-01")).toBe(0);
    expect(monthAt(axis, "2013-03")).toBe(14);
  });

  it("lets a month reach half a month to each side", () => {
    expect(dayAt(axis, "2012-02-01")).toBe(0.5);
    // 16 February 2012: 15 of 29 days gone. 0.5 + 15 / 29
    expect(dayAt(axis, "2012-02-16")).toBeCloseTo(1.017_241, 6);
  });

  it("draws a date known to the month in its middle, a day in the middle of the day", () => {
    expect(pointAt(axis, "2012-02")).toBe(1);
    // 1 February: 0.5 + 0.5 / 29
    expect(pointAt(axis, "2012-02-01")).toBeCloseTo(0.517_241, 6);
  });

  it("ticks quarters in a short range and years in a long one", () => {
    expect(timeTicks(axis, -0.5, 11.5, 9).map(({ label }) => label)).toEqual([
      "Jan 2012",
      "Apr 2012",
      "Jul 2012",
      "Oct 2012",
    ]);
    expect(timeTicks({ origin: "2010-01", length: 60 }, -0.5, 59.5, 9)).toEqual(
      [2010, 2011, 2012, 2013, 2014].map((year, i) => ({ value: i * 12 - 0.5, label: String(year) })),
    );
  });

  it("thins the ticks to what fits", () => {
    const labels = timeTicks({ origin: "2010-01", length: 192 }, -0.5, 191.5, 4).map(({ label }) => label);
    expect(labels).toEqual(["2010", "2014", "2018", "2022"]);
  });
});
