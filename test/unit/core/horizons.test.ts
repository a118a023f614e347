import { expect, it } from "vitest";
import { headlineHorizon, isFinal } from "../../../worker/core/horizons";

const horizons = [
  { key: "to-date", label: "To date", until: null },
  { key: "five-year", label: "Five years", until: "2017-06" },
  { key: "one-year", label: "One year", until: "2013-06" },
];

it("a horizon is final from the last day of its month", () => {
  expect(isFinal({ until: "2013-06" }, "2013-06-29")).toBe(false);
  expect(isFinal({ until: "2013-06" }, "2013-06-30")).toBe(true);
  expect(isFinal({ until: null }, "2099-12-31")).toBe(false);
});

it("the nearest horizon that is not final leads, then the open one", () => {
  const days = ["2012-10-31", "2013-06-29", "2013-06-30", "2017-06-30"];
  expect(days.map((day) => headlineHorizon(horizons, day))).toEqual(["one-year", "one-year", "five-year", "to-date"]);
});

it("once all are final, the last one leads", () => {
  expect(headlineHorizon(horizons.slice(1), "2020-01-01")).toBe("five-year");
});
