import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countsFrom,
  dayNumber,
  dayOfInstant,
  dayOfNumber,
  endOfMonth,
  instantOfDay,
  isFuture,
  latestDay,
} from "../../../worker/core/days";
import { addDays } from "../../../worker/core/months";

describe("day numbers", () => {
  it("count from 1 January 1970", () => {
    expect(["1970-01-01", "1969-12-31", "2000-03-01"].map(dayNumber)).toEqual([0, -1, 11_017]);
  });

  it("subtract to the days between", () => {
    expect(dayNumber("2012-12-31") - dayNumber("2012-06-15")).toBe(199);
    expect(dayNumber("2012-03-01") - dayNumber("2012-02-28")).toBe(2); // a leap year
    expect(dayNumber("1900-03-01") - dayNumber("1900-02-28")).toBe(1); // none
  });

  it("of the first of the next month is where a month ends", () => {
    const ends = ["2028-02", "2027-12"].map((month) => new Date(endOfMonth(month)).toISOString());
    expect(ends).toEqual(["2028-03-01T00:00:00.000Z", "2028-01-01T00:00:00.000Z"]);
  });

  it.each(["1900-02-28", "1900-03-01", "2000-02-29", "2000-03-01", "2100-02-28", "2100-03-01", "2400-02-29"])(
    "turn back into %s, at the turn of a century",
    (day) => {
      expect(dayOfNumber(dayNumber(day))).toBe(day);
    },
  );

  it("turn back into the day, and follow the calendar day by day", () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_895 }), (number) => {
        const day = dayOfNumber(number); // 0001-01-01 to 9999-12-30
        expect(dayNumber(day)).toBe(number);
        expect(dayOfNumber(number + 1)).toBe(addDays(day, 1));
      }),
    );
  });
});

it("the day of an instant is that of UTC", () => {
  expect(dayOfInstant(Date.parse("2012-06-15T23:59:59.999Z"))).toBe("2012-06-15");
  expect(dayOfInstant(Date.parse("1969-12-31T23:00:00Z"))).toBe("1969-12-31");
  expect(instantOfDay("2012-06-15")).toBe(Date.parse("2012-06-15T00:00:00Z"));
});

describe("the last day that has begun anywhere", () => {
  it.each([
    ["2026-11-30T09:59:59Z", "2026-11-30"],
    ["2026-11-30T10:00:00Z", "2026-12-01"],
    ["2026-12-01T00:00:00Z", "2026-12-01"],
    ["2028-02-28T12:00:00Z", "2028-02-29"],
    ["2026-12-31T18:21:00Z", "2027-01-01"],
  ])("at %s it is %s", (instant, day) => {
    expect(latestDay(Date.parse(instant))).toBe(day);
  });

  it("is not in the future, nor is its month; the day after is", () => {
    expect(["2026-12-01", "2026-12", "2026-12-02", "2027-01"].map((date) => isFuture(date, "2026-12-01"))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it("counts from its beginning by UTC; what has begun there counts already", () => {
    const now = Date.parse("2026-11-30T18:21:00Z");
    expect(countsFrom("2026-12-01", now)).toBe(Date.parse("2026-12-01T00:00:00Z"));
    expect(countsFrom("2026-12", now)).toBe(Date.parse("2026-12-01T00:00:00Z"));
    expect(countsFrom("2026-11-30", now)).toBeNull();
    expect(countsFrom("2026-12-01", Date.parse("2026-12-01T00:00:00Z"))).toBeNull();
  });
});
