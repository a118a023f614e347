import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, dayOfNumber } from "../../../../worker/core/days";
import { inFull, parsePast, parseWhen } from "../../../../web/forms/when";
import { daysOn } from "./samples";

/** A Monday. */
const TODAY = daysOn("2026-11-30");

describe("a date that is typed", () => {
  it.each([
    ["17 november 2026", "2026-11-17", "Tuesday 17 November 2026"],
    ["17/11/2026", "2026-11-17", "Tuesday 17 November 2026"],
    ["tuesday", "2026-11-24", "Tuesday 24 November 2026"],
    ["3 days ago", "2026-11-27", "Friday 27 November 2026"],
    ["17 nov", "2026-11-17", "Tuesday 17 November 2026 (the latest one)"],
    ["1 dec", "2025-12-01", "Monday 1 December 2025 (the latest one)"],
    ["17-nov-26", "2026-11-17", "Tuesday 17 November 2026 (two digits mean 1947 to 2046)"],
    ["nov 2026", "2026-11", "November 2026 (the day is not known)"],
    ["november", "2026-11", "November 2026 (the day is not known; the latest one)"],
  ])("%j is echoed in full, with what was taken", (text, date, echo) => {
    expect(parseWhen(text, TODAY)).toMatchObject({ ok: true, date, echo });
  });

  it("of what is planned is the next one, from the day of its announcement", () => {
    expect(parseWhen("17 dec", TODAY, "2012-10-03")).toMatchObject({
      date: "2012-12-17",
      echo: "Monday 17 December 2012 (the next one)",
    });
  });

  it("with two readings is asked about, by their names", () => {
    expect(parseWhen("3/10/2012", TODAY)).toEqual({
      ok: false,
      problem: "Which one is meant: Wednesday 3 October 2012, or Saturday 10 March 2012?",
      choices: ["2012-10-03", "2012-03-10"],
    });
  });

  it("is refused with what is wrong, or with an example", () => {
    expect(parseWhen("31 nov", TODAY)).toEqual({ ok: false, problem: "November has 30 days.", choices: [] });
    expect(parseWhen("soon", TODAY)).toMatchObject({
      problem: expect.stringMatching(/^"soon" is not a date\. Write it/),
    });
    expect(parseWhen("  ", TODAY)).toMatchObject({ problem: expect.stringMatching(/^Say when\./) });
  });

  it("is read back from its echo as what it was", () => {
    const days = fc.integer({ min: dayNumber("1000-01-01"), max: dayNumber("9999-12-31") }).map(dayOfNumber);
    fc.assert(
      fc.property(days, fc.constantFrom("2028-02-29", "2026-12-31", "2027-01-01"), (day, today) => {
        for (const date of [day, day.slice(0, 7)]) {
          expect(parseWhen(inFull(date), daysOn(today))).toMatchObject({ date, echo: inFull(date) });
        }
      }),
    );
  });
});

describe("a date of what has happened", () => {
  it("may not be a day that has begun nowhere, which is said with today's date", () => {
    expect(parsePast("2 dec 2026", TODAY)).toMatchObject({
      ok: false,
      problem: "Wednesday 2 December 2026 has not come yet: today is Monday 30 November 2026.",
    });
    expect(parsePast("dec 2026", TODAY, "Wait.")).toMatchObject({
      problem: "December 2026 has not come yet: today is Monday 30 November 2026. Wait.",
    });
    expect(parsePast("tomorrow", TODAY).ok).toBe(false);
  });

  it("may be today, wherever the reader is, and the running month", () => {
    expect(parsePast("today", TODAY)).toMatchObject({ date: "2026-11-30" });
    expect(parsePast("nov 2026", TODAY)).toMatchObject({ date: "2026-11" });
  });

  it("may be a day that has begun further east; a date without a year is still the reader's", () => {
    const west = { today: "2026-11-30", latest: "2026-12-01" };
    expect(parsePast("1 dec 2026", west)).toMatchObject({
      date: "2026-12-01",
      echo: "Tuesday 1 December 2026 (not yet where you are)",
    });
    expect(parsePast("1 dec", west)).toMatchObject({ date: "2025-12-01" });
    expect(parsePast("2 dec 2026", west).ok).toBe(false);
  });
});
