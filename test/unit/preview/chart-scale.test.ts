import { expect, test } from "vitest";
import { monthRange } from "../../../worker/core/months";
import { dayAt, scaleOf, stretchesOf, yearsBelow } from "../../../worker/preview/chart-scale";
import type { Spot } from "../../../worker/preview/stroke";

const BOX = { left: 100, top: 0, right: 200, bottom: 112 };

test("nought is in sight though all months lie above it, with air on both sides", () => {
  const { x, y } = scaleOf(
    [
      { index: 8, band90: 2 },
      { index: 6, band90: 1 },
    ],
    BOX,
  );
  // From 0 to 10 with 6 % of air each way: 11.2 points on 112 pixels.
  expect(y(0)).toBeCloseTo(112 - 6, 9);
  expect(y(10)).toBeCloseTo(6, 9);
  expect([x(0), x(1)]).toEqual([125, 175]);
});

test("a chart without any height has nought in its middle", () => {
  expect(scaleOf([{ index: 0, band90: 0 }], BOX).y(0)).toBeCloseTo(56, 9);
  expect(scaleOf([], BOX).y(0)).toBeCloseTo(56, 9);
});

test("a day stands where its month and its part of it do", () => {
  expect(dayAt("2012-01", "2012-02-01")).toBe(0.5);
  expect(dayAt("2012-01", "2012-06-16")).toBe(5);
});

test("years are named as often as their labels have room", () => {
  const months = monthRange("2009-11", "2025-12");
  const named = (width: number) => yearsBelow(months, width, 110).map(({ year }) => year);
  expect(named(10)).toHaveLength(16);
  expect(named(5)).toEqual(["2010", "2012", "2014", "2016", "2018", "2020", "2022", "2024"]);
  expect(named(2)).toEqual(["2010", "2015", "2020", "2025"]);
  expect(named(0.01)).toEqual([]);
  expect(yearsBelow(months, 5, 110)[0]).toEqual({ year: "2010", at: 1.5 });
});

test("the stretch that leads to a month is of that month's kind", () => {
  const spots: Spot[] = [0, 1, 2, 3].map((at) => [at, 0]);
  const [a, b, c, d] = spots;
  expect(stretchesOf(spots, [false, true, true, false])).toEqual([
    { covered: true, spots: [a, b, c] },
    { covered: false, spots: [c, d] },
  ]);
  expect(stretchesOf(spots.slice(0, 1), [true])).toEqual([]);
});
