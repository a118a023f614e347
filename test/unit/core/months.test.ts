import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  daysInMonth,
  firstDayOf,
  isDay,
  isMonth,
  isOver,
  isValidDate,
  lastCompleteMonth,
  lastDayOf,
  lastMonthOver,
  monthOf,
  monthRange,
  monthsBetween,
} from "../../../worker/core/months";

describe("months", () => {
  it("the month of a day and of a month-precision date is read off the text", () => {
    expect([monthOf("2012-10-03"), monthOf("2012-10")]).toEqual(["2012-10", "2012-10"]);
  });

  it("adding months crosses years in both directions", () => {
    expect(addMonths("2012-10", 3)).toBe("2013-01");
    expect(addMonths("2012-01", -1)).toBe("2011-12");
    expect(addMonths("2012-06", -12)).toBe("2011-06");
    expect(addMonths("2012-12", 0)).toBe("2012-12");
  });

  it("months between two months count the steps, with a sign", () => {
    expect(monthsBetween("2011-11", "2012-10")).toBe(11); // 12 - 1
    expect(monthsBetween("2012-10", "2011-11")).toBe(-11);
  });

  it("a range holds both ends, and nothing when it runs backwards", () => {
    expect(monthRange("2011-11", "2012-02")).toEqual(["2011-11", "2011-12", "2012-01", "2012-02"]);
    expect(monthRange("2012-02", "2012-02")).toEqual(["2012-02"]);
    expect(monthRange("2012-02", "2012-01")).toEqual([]);
  });

  it("February has 29 days in leap years: every fourth, not every hundredth, but every four hundredth", () => {
    expect(["2012-02", "2011-02", "1900-02", "2000-02"].map(daysInMonth)).toEqual([29, 28, 28, 29]);
  });

  it("the first and the last day of a month", () => {
    expect(firstDayOf("2012-06")).toBe("2012-06-01");
    expect(firstDayOf("2012-06-15")).toBe("2012-06-15");
    expect(lastDayOf("2012-02")).toBe("2012-02-29");
  });

  it("adding days crosses months, leap days and years", () => {
    expect(addDays("2012-02-28", 2)).toBe("2012-03-01");
    expect(addDays("2012-01-01", -1)).toBe("2011-12-31");
    expect(addDays("2012-01-31", 30)).toBe("2012-03-01"); // 29 days of February, then one
    expect(addDays("2012-03-01", -60)).toBe("2012-01-01"); // 29 + 31 = 60
  });

  it("a month is over when its last day is over, and not on that day", () => {
    const days = ["2012-02-28", "2012-02-29", "2012-03-01", "2013-01-01"];
    expect(days.map((today) => isOver("2012-02", today))).toEqual([false, false, true, true]);
    expect(days.map(lastMonthOver)).toEqual(["2012-01", "2012-01", "2012-02", "2012-12"]);
  });

  it("a view of a past last day has that month complete, whatever today is", () => {
    for (const today of ["2012-11-01", "2012-11-30", "2026-06-15"]) {
      expect(lastCompleteMonth("2012-10-31", today)).toBe("2012-10");
      expect(lastCompleteMonth("2012-10-30", today)).toBe("2012-09");
    }
  });

  it("a view of a last day that is still running, or has not begun here, has the month before complete", () => {
    expect(lastCompleteMonth("2012-02-29", "2012-02-29")).toBe("2012-01");
    expect(lastCompleteMonth("2012-02-29", "2012-02-28")).toBe("2012-01"); // begun elsewhere on earth
    expect(lastCompleteMonth("2013-01-01", "2012-12-31")).toBe("2012-11");
    expect(lastCompleteMonth("2013-01-01", "2013-01-01")).toBe("2012-12");
  });
});

describe("the calendar check", () => {
  it.each(["2012-10", "2012-10-03", "2012-02-29", "0001-01-01", "9999-12-31"])("%s is a date", (text) => {
    expect(isValidDate(text)).toBe(true);
  });

  it.each([
    "2011-02-29",
    "2012-13",
    "2012-00",
    "2012-04-31",
    "2012-10-00",
    "0000-01",
    "2012-1-3",
    "2012",
    "12-10-03",
    "2012-10-03T00:00:00Z",
    "2012-10-03 ",
    "٢٠١٢-10-03",
    "",
  ])("%j is none", (text) => {
    expect(isValidDate(text)).toBe(false);
  });

  it("months and days are told apart", () => {
    expect([isMonth("2012-10"), isMonth("2012-10-03"), isMonth("2012-13")]).toEqual([true, false, false]);
    expect([isDay("2012-10-03"), isDay("2012-10"), isDay("2012-10-32")]).toEqual([true, false, false]);
  });
});
