import { describe, expect, it } from "vitest";
import { countInWords, filtersOf, queryOf, readFilters } from "../../../../web/forms/event-filters";
import { daysOn } from "./samples";

const DAYS = daysOn("2026-01-01");

describe("the filters of the list of events", () => {
  it("live in the address, the empty ones left out", () => {
    const filters = filtersOf("?q=%D1%80%D0%BE%D1%81&indicator=visit&review=disputed&mood=x");
    const none = { code: "", from: "", to: "", grade: "", by: "" };
    expect(filters).toEqual({ ...none, q: "рос", indicator: "visit", review: "disputed" });
    expect(queryOf(filters)).toBe("?q=%D1%80%D0%BE%D1%81&indicator=visit&review=disputed");
    expect(queryOf(filtersOf(""))).toBe("");
    expect(queryOf(filters, { limit: "50", cursor: "" })).toMatch(/&limit=50$/);
    expect(filtersOf(queryOf(filters))).toEqual(filters);
  });

  it("take dates as people write them", () => {
    const typed = { ...filtersOf(""), from: "oct 2012", to: "someday" };
    const { filters, problems } = readFilters(typed, DAYS);
    expect(filters.from).toBe("2012-10");
    expect(Object.keys(problems)).toEqual(["to"]);
  });

  it("take a year alone as a whole year", () => {
    const typed = { ...filtersOf(""), from: "2012", to: " 2013 " };
    const { filters, problems } = readFilters(typed, DAYS);
    expect(filters).toMatchObject({ from: "2012-01", to: "2013-12" });
    expect(problems).toEqual({});
  });

  it("do not compare a date with one that cannot be read", () => {
    const typed = { ...filtersOf(""), from: "32 foo", to: "feb 2013" };
    expect(Object.keys(readFilters(typed, DAYS).problems)).toEqual(["from"]);
  });

  it("refuse a range that ends before it begins; a day lies in its month", () => {
    const read = (from: string, to: string) => readFilters({ ...filtersOf(""), from, to }, DAYS).problems.to;
    expect(read("nov 2012", "oct 2012")).toMatch(/before the first date/);
    expect(read("3 oct 2012", "oct 2012")).toBeUndefined();
    expect(read("oct 2012", "3 oct 2012")).toBeUndefined();
    expect(read("4 oct 2012", "3 oct 2012")).toMatch(/before the first date/);
  });
});

describe("the count above the list", () => {
  it("sets what fits against all there are", () => {
    expect(countInWords({ shown: 37, total: 37, all: 198 }, true)).toBe("37 of 198 events");
    expect(countInWords({ shown: 50, total: 60, all: 198 }, true)).toBe("60 of 198 events; 50 shown");
    expect(countInWords({ shown: 0, total: 0, all: 1 }, true)).toBe("0 of 1 event");
    expect(countInWords({ shown: 15, total: 15, all: 5205 }, true)).toBe("15 of 5,205 events");
  });

  it("is one number without filters, and says where counting stopped", () => {
    expect(countInWords({ shown: 50, total: 198, all: 198 }, false)).toBe("198 events; 50 shown");
    expect(countInWords({ shown: 1, total: 1, all: null }, true)).toBe("1 event");
    expect(countInWords({ shown: 50, total: null, all: 5000 }, true)).toBe("More than 1,000 events; 50 shown");
  });
});
