import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { centuryOf, type Frame, readTyped } from "../../../../worker/contract/typed/date";
import { dayNumber, dayOfNumber } from "../../../../worker/core/days";
import { dateLabel, weekdayLabel } from "../../../../worker/core/labels";

/** A Monday. */
const MONDAY = "2026-11-30";

/** "2026-11-17"; "2012-10-03 or 2012-03-10"; what is wrong; "unreadable". */
function read(text: string, today = MONDAY, ahead?: string): string {
  const typed = readTyped(text, { today, ahead });
  if (typed.kind === "day") return typed.date;
  if (typed.kind === "choice") return typed.days.map(({ date }) => date).join(" or ");
  return typed.kind === "wrong" ? typed.problem : typed.kind;
}

describe("a date as people type it", () => {
  it.each([
    ["3 oct 2012", "2012-10-03"],
    ["03 October 2012", "2012-10-03"],
    ["3rd Oct, 2012", "2012-10-03"],
    ["the 3rd of October 2012", "2012-10-03"],
    ["October 3, 2012", "2012-10-03"],
    ["2012 oct 3", "2012-10-03"],
    ["17 november 2026", "2026-11-17"],
    ["17-nov-2026", "2026-11-17"],
    ["17. November 2026", "2026-11-17"],
    ["17nov2026", "2026-11-17"],
    ["Tuesday 17 November 2026", "2026-11-17"],
    ["Tue, 17 Nov 2026", "2026-11-17"],
    ["  sept. 2012 ", "2012-09"],
    ["oct 2012", "2012-10"],
    ["may 2012", "2012-05"],
    ["29 feb 2012", "2012-02-29"],
    ["17.11.2026", "2026-11-17"],
    ["17. 11. 2026", "2026-11-17"],
    ["17/11/2026", "2026-11-17"],
    ["11/17/2026", "2026-11-17"],
    ["17-11-2026", "2026-11-17"],
    ["17\u201311\u20132026", "2026-11-17"],
    ["17 11 2026", "2026-11-17"],
    ["3/3/2012", "2012-03-03"],
    ["2012-10-03", "2012-10-03"],
    ["2012-1-5", "2012-01-05"],
    ["2012/10/03", "2012-10-03"],
    ["2012.10.3", "2012-10-03"],
    ["2026-11", "2026-11"],
    ["2026/11", "2026-11"],
    ["11/2026", "2026-11"],
    ["11.2026", "2026-11"],
    ["November 2026 (the day is not known)", "2026-11"],
  ])("%j is %s, whenever it is typed", (text, date) => {
    for (const today of [MONDAY, "2000-02-29", "2099-12-31"]) {
      expect(readTyped(text, { today })).toMatchObject({ date, year: "whole", passing: false });
    }
  });

  it.each([
    ["17-nov-26", "2026-11-17"],
    ["17 nov 26", "2026-11-17"],
    ["nov 17, 26", "2026-11-17"],
    ["17 nov '26", "2026-11-17"],
    ["17/11/26", "2026-11-17"],
    ["17.11.26", "2026-11-17"],
    ["11/17/26", "2026-11-17"],
    ["17 nov 46", "2046-11-17"],
    ["17 nov 47", "1947-11-17"],
    ["17 nov 99", "1999-11-17"],
    ["17 nov 00", "2000-11-17"],
    ["99 oct 03", "1999-10-03"],
    ["nov '26", "2026-11"],
  ])("%j is %s: two digits are a year from 79 years ago to 20 ahead", (text, date) => {
    expect(readTyped(text, { today: MONDAY })).toMatchObject({ date, year: "two digits", passing: false });
    expect(centuryOf(MONDAY)).toEqual({ from: 1947, to: 2046 });
  });
});

describe("a date without a year is the latest that is not in the future", () => {
  it.each([
    ["17 nov", MONDAY, "2026-11-17"],
    ["nov 17", MONDAY, "2026-11-17"],
    ["17-nov", MONDAY, "2026-11-17"],
    ["17th of november", MONDAY, "2026-11-17"],
    ["tue 17 nov", MONDAY, "2026-11-17"],
    ["17.11.", MONDAY, "2026-11-17"],
    ["17.11", MONDAY, "2026-11-17"],
    ["17/11", MONDAY, "2026-11-17"],
    ["30 nov", MONDAY, "2026-11-30"],
    ["1 dec", MONDAY, "2025-12-01"],
    ["1 dec", "2026-12-01", "2026-12-01"],
    ["november", MONDAY, "2026-11"],
    ["nov", "2026-11-01", "2026-11"],
    ["dec", MONDAY, "2025-12"],
    ["29 feb", "2028-02-29", "2028-02-29"],
    ["29 feb", "2028-02-28", "2024-02-29"],
    ["29 feb", "2026-11-30", "2024-02-29"],
    ["29 feb", "1903-01-01", "1896-02-29"],
    ["1 mar", "2028-02-29", "2027-03-01"],
    ["31 dec", "2026-12-31", "2026-12-31"],
    ["31 dec", "2027-01-01", "2026-12-31"],
    ["1 jan", "2027-01-01", "2027-01-01"],
    ["1 jan", "2026-12-31", "2026-01-01"],
    ["jan", "2026-12-31", "2026-01"],
    ["dec", "2027-01-01", "2026-12"],
  ])("%j on %s is %s", (text, today, date) => {
    expect(readTyped(text, { today })).toMatchObject({ date, year: "none", passing: true });
  });

  it.each([
    ["17 dec", MONDAY, "2026-12-17"],
    ["17 nov", MONDAY, "2027-11-17"],
    ["nov", MONDAY, "2026-11"],
    ["17 dec", "2012-10-03", "2012-12-17"],
    ["2 oct", "2012-10-03", "2013-10-02"],
    ["oct", "2012-10", "2012-10"],
    ["29 feb", "2012-10", "2016-02-29"],
  ])("but of what is planned, %j is the first from %s on: %s", (text, ahead, date) => {
    expect(read(text, MONDAY, ahead)).toBe(date);
  });
});

describe("a day told from today", () => {
  it.each([
    ["today", MONDAY, "2026-11-30"],
    ["Yesterday", "2026-03-01", "2026-02-28"],
    ["yesterday", "2027-01-01", "2026-12-31"],
    ["yesterday", "2028-03-01", "2028-02-29"],
    ["the day before yesterday", MONDAY, "2026-11-28"],
    ["tomorrow", "2026-12-31", "2027-01-01"],
    ["3 days ago", MONDAY, "2026-11-27"],
    ["1 day ago", "2028-03-01", "2028-02-29"],
    ["2 weeks ago", MONDAY, "2026-11-16"],
    ["a week ago", "2027-01-01", "2026-12-25"],
    ["in 3 days", "2026-12-31", "2027-01-03"],
    ["tuesday", MONDAY, "2026-11-24"],
    ["tue", MONDAY, "2026-11-24"],
    ["on Tuesday", MONDAY, "2026-11-24"],
    ["last tuesday", MONDAY, "2026-11-24"],
    ["monday", MONDAY, "2026-11-30"],
    ["last monday", MONDAY, "2026-11-23"],
    ["next tuesday", MONDAY, "2026-12-01"],
    ["next monday", MONDAY, "2026-12-07"],
    ["thursday", "2027-01-01", "2026-12-31"],
  ])("%j on %s is %s", (text, today, date) => {
    expect(readTyped(text, { today })).toMatchObject({ date, passing: true });
  });

  it("a weekday of what is planned is the next one", () => {
    expect(read("tuesday", MONDAY, MONDAY)).toBe("2026-12-01");
    expect(read("last tuesday", MONDAY, MONDAY)).toBe("2026-11-24");
  });
});

describe("a date that is not guessed", () => {
  it.each([
    ["3/10/2012", "2012-10-03 or 2012-03-10"],
    ["03.10.2012", "2012-10-03 or 2012-03-10"],
    ["03-10-2012", "2012-10-03 or 2012-03-10"],
    ["03 10 2012", "2012-10-03 or 2012-03-10"],
    ["3/10/12", "2012-10-03 or 2012-03-10"],
    ["03-10-12", "2012-10-03 or 2012-03-10 or 2003-10-12"],
    ["17-11-26", "2026-11-17 or 2017-11-26"],
    ["3.10.", "2026-10-03 or 2026-03-10"],
    ["3/10", "2026-10-03 or 2026-03-10 or 2010-03"],
    ["11/17", "2026-11-17 or 2017-11"],
    ["nov-17", "2026-11-17 or 2017-11"],
  ])("%j may be %s", (text, days) => {
    expect(read(text)).toBe(days);
  });

  it.each([
    ["31 nov", "November has 30 days."],
    ["30 feb", "February has 29 days at most."],
    ["31 feb 2012", "February 2012 has 29 days."],
    ["2011-02-29", "February 2011 has 28 days."],
    ["29/02/2011", "February 2011 has 28 days."],
    ["0 oct 2012", "October 2012 has 31 days."],
    ["32 oct 2012", "October 2012 has 31 days."],
    ["oct 32", "October has 31 days."],
    ["31/11/2026", "November 2026 has 30 days."],
    ["2012-13", "There is no month 13: months go from 1 to 12."],
    ["17/13/2026", "There is no month 13: months go from 1 to 12."],
    ["2012", "Give the month too, such as Oct 2012."],
    ["Monday 17 November 2026", "17 November 2026 is a Tuesday, not a Monday."],
    ["mon 17 nov", "17 November 2026 is a Tuesday, not a Monday."],
  ])("of %j it is said what is wrong: %s", (text, problem) => {
    expect(read(text)).toBe(problem);
  });

  it.each([
    "",
    "soon",
    "3 4 oct 2012",
    "3 10 oct",
    "3 oct 5",
    "oct nov 2012",
    "3 oct 2012 at noon",
    "tuesday november",
    "ma 2012",
    "oct 0012",
    "12345",
    "1/2/3/4",
    "in 3 days ago",
    "3 days",
    "last",
    "constructor",
    "1 may be late",
  ])("%j is no date", (text) => {
    expect(read(text)).toBe("unreadable");
  });
});

const daysBetween = (first: string, last: string) =>
  fc.integer({ min: dayNumber(first), max: dayNumber(last) }).map(dayOfNumber);
const DAYS = daysBetween("1000-01-01", "9999-12-31");
/** Not the first and last days that can be written: "february" and "in 2 days" would lie outside them. */
const TODAYS = fc.oneof(
  fc.constantFrom("2028-02-29", "2026-12-31", "2027-01-01"),
  daysBetween("1970-01-01", "9900-12-31"),
);

describe("whatever is read", () => {
  it("any day and any month reads back to itself: as ISO writes it, and in full", () => {
    fc.assert(
      fc.property(DAYS, TODAYS, (day, today) => {
        const month = day.slice(0, 7);
        for (const text of [day, dateLabel(day), `${weekdayLabel(day)} ${dateLabel(day)}`]) {
          expect(read(text, today)).toBe(day);
        }
        for (const text of [month, dateLabel(month)]) expect(read(text, today)).toBe(month);
      }),
    );
  });

  it("without a year it never lies in the future, nor more than eight years back", () => {
    fc.assert(
      fc.property(DAYS, TODAYS, (day, today) => {
        const typed = readTyped(dateLabel(day).replace(/ \d{4}$/, ""), { today } satisfies Frame);
        if (typed.kind !== "day") throw new Error(`${day} was not read`);
        expect(typed.date <= today && typed.date.slice(5) === day.slice(5)).toBe(true);
        expect(Number(today.slice(0, 4)) - Number(typed.date.slice(0, 4))).toBeLessThanOrEqual(8);
      }),
    );
  });

  it("no text makes it fail, and what it gives is a date of the calendar", () => {
    const piece = fc.constantFrom(
      ..."0 1 2 3 17 29 30 31 99 2012 2026 / - . , ' oct nov feb tue last ago days in of".split(" "),
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(" ")),
    );
    fc.assert(
      fc.property(texts, TODAYS, (text, today) => {
        const typed = readTyped(text, { today });
        const days = typed.kind === "day" ? [typed] : typed.kind === "choice" ? typed.days : [];
        for (const { date } of days) expect(read(date, today)).toBe(date);
      }),
      { numRuns: 500 },
    );
  });
});
