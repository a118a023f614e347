import { describe, expect, it } from "vitest";
import { inFull, parseWhen } from "../../../../web/forms/when";

const TODAY = "2026-03-01";

function dateOf(text: string): string {
  const when = parseWhen(text, TODAY);
  return when.ok ? when.date : `problem: ${when.problem}`;
}

describe("a date as an analyst types it", () => {
  it.each([
    ["3 oct 2012", "2012-10-03"],
    ["03 October 2012", "2012-10-03"],
    ["3rd Oct, 2012", "2012-10-03"],
    ["October 3, 2012", "2012-10-03"],
    ["2012 oct 3", "2012-10-03"],
    ["  sept. 2012 ", "2012-09"],
    ["oct 2012", "2012-10"],
    ["may 2012", "2012-05"],
    ["2012-10-03", "2012-10-03"],
    ["2012-10", "2012-10"],
    ["2012-1-5", "2012-01-05"],
    ["29 feb 2012", "2012-02-29"],
  ])("%j is %s", (text, date) => {
    expect(dateOf(text)).toBe(date);
  });

  it("counts today and yesterday from the server's day, across the end of a month", () => {
    expect(dateOf("today")).toBe("2026-03-01");
    expect(dateOf("Yesterday")).toBe("2026-02-28");
  });

  it("is echoed in full, so that a slip shows", () => {
    expect(parseWhen("3 oct 2012", TODAY)).toMatchObject({ echo: "Wed 3 October 2012" });
    expect(inFull("2012-10")).toBe("October 2012, day not known");
  });
});

describe("a date that is not guessed", () => {
  it.each(["3/10/2012", "03.10.2012", "3-10-12"])("%j may be two days", (text) => {
    expect(dateOf(text)).toMatch(/Day first or month first/);
  });

  it("asks for the year", () => {
    expect(dateOf("3 oct")).toBe("problem: Add the year: 3 oct of which year?");
  });

  it.each([
    ["31 feb 2012", "February 2012 has 29 days."],
    ["2011-02-29", "February 2011 has 28 days."],
    ["0 oct 2012", "October 2012 has 31 days."],
  ])("%j is no day of the calendar", (text, problem) => {
    expect(dateOf(text)).toBe(`problem: ${problem}`);
  });

  it.each(["2012-13", "soon", "3 4 oct 2012", "oct nov 2012", "3 oct 2012 at noon", "ma 2012", "oct 0012", "12345"])(
    "%j is refused with an example",
    (text) => {
      expect(dateOf(text)).toMatch(/^problem: /);
    },
  );

  it("says that something is missing when there is nothing", () => {
    expect(dateOf("  ")).toMatch(/^problem: Say when/);
  });
});
