import { describe, expect, it } from "vitest";
import { filtersOf, queryOf, readFilters } from "../../../../web/forms/event-filters";

describe("the filters of the list of events", () => {
  it("live in the address, the empty ones left out", () => {
    const filters = filtersOf("?q=%D1%80%D0%BE%D1%81&indicator=visit&mood=x");
    expect(filters).toEqual({ q: "рос", indicator: "visit", from: "", to: "", grade: "" });
    expect(queryOf(filters)).toBe("?q=%D1%80%D0%BE%D1%81&indicator=visit");
    expect(queryOf(filtersOf(""))).toBe("");
    expect(queryOf(filters, { limit: "50", cursor: "" })).toMatch(/&limit=50$/);
  });

  it("take dates as people write them", () => {
    const typed = { ...filtersOf(""), from: "oct 2012", to: "someday" };
    const { filters, problems } = readFilters(typed, "2026-01-01");
    expect(filters.from).toBe("2012-10");
    expect(Object.keys(problems)).toEqual(["to"]);
  });
});
