import { expect, it } from "vitest";
import { headlineHorizon, isFinal } from "../../../worker/core/horizons";

const horizons = [
  { key: "to-date", label: "To date", until: null },
  { key: "five-year", label: "Five years", until: "2017-06" },
  { key: "one-year", label: "One year", until: "2013-06" },
];

it("a horizon is final once its month is complete", () => {
  expect(isFinal({ until: "2013-06" }, "2013-05")).toBe(false);
  expect(isFinal({ until: "2013-06" }, "2013-06")).toBe(true);
  expect(isFinal({ until: null }, "2099-12")).toBe(false);
});

it("the nearest horizon that is not final leads, then the open one", () => {
  const months = ["2012-10", "2013-05", "2013-06", "2017-06"];
  expect(months.map((month) => headlineHorizon(horizons, month))).toEqual([
    "one-year",
    "one-year",
    "five-year",
    "to-date",
  ]);
});

it("once all are final, the last one leads", () => {
  expect(headlineHorizon(horizons.slice(1), "2019-12")).toBe("five-year");
});
