import { describe, expect, it } from "vitest";
import { defaultAsOf } from "../../../worker/core/as-of";

describe("the day a page opens at", () => {
  it.each([
    ["the current month was looked at", ["2026-11"]],
    ["the previous month was looked at", ["2026-10"]],
    ["no month was ever looked at", []],
  ])("is today, if %s", (_why, covered) => {
    expect(defaultAsOf("2026-11-05", covered)).toEqual({ asOf: "2026-11-05", asOfReason: "today" });
  });

  it("is else the last day of the last month looked at, in whatever order they come", () => {
    const covered = ["2025-11", "2024-02", "2025-09"];
    expect(defaultAsOf("2026-11-05", covered)).toEqual({ asOf: "2025-11-30", asOfReason: "last-covered" });
  });

  it("does not heed months that have not begun", () => {
    expect(defaultAsOf("2026-11-05", ["2024-02", "2026-12"])).toEqual({
      asOf: "2024-02-29",
      asOfReason: "last-covered",
    });
  });

  it("looks back over a new year", () => {
    expect(defaultAsOf("2027-01-01", ["2026-12"])).toEqual({ asOf: "2027-01-01", asOfReason: "today" });
  });
});
