import fc from "fast-check";
import { expect, test } from "vitest";
import { calendarFile } from "../../../worker/core/calendar";
import { feedLine } from "../../../worker/core/feed-text";

const FACTS = { host: "example.org", of: "scenario/ties", title: "Ties", page: "https://example.org/s/x" };
const DUE = {
  key: "claim/C01",
  day: "2012-12-31",
  setOn: "2012-10-03",
  title: "Due: A treaty?",
  text: "Signed, sealed.",
};

test("a deadline takes a whole day and nobody's time, under an id that stays", () => {
  const lines = calendarFile(FACTS, [DUE]).split("\r\n");
  for (const line of [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Signpost//Deadlines//EN",
    "UID:scenario/ties/claim/C01@example.org",
    "DTSTAMP:20121003T000000Z",
    "DTSTART;VALUE=DATE:20121231",
    "TRANSP:TRANSPARENT",
    "SUMMARY:Due: A treaty?",
    "DESCRIPTION:Signed\\, sealed.",
    "URL;VALUE=URI:https://example.org/s/x",
    "END:VCALENDAR",
  ]) {
    expect(lines).toContain(line);
  }
  expect(lines.at(-1)).toBe("");
});

test("whatever somebody typed stays in its line: lines have at most 75 octets and unfold to the text", () => {
  const octets = (line: string): number => new TextEncoder().encode(line).length;
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (typed) => {
      const file = calendarFile({ ...FACTS, title: `T\r\nBEGIN:VEVENT;${typed}` }, [
        { ...DUE, title: `END:VCALENDAR\r\n${typed}`, text: `${typed}\nBEGIN:VALARM` },
      ]);
      const folded = file.split("\r\n");
      // The names of the calendar are written whole: readers take longer lines, and titles have a limit.
      const typedLines = folded.filter((line) => !/^(?:X-WR-CAL)?NAME:/.test(line));
      expect(Math.max(...typedLines.map(octets))).toBeLessThanOrEqual(75);
      const lines = file.replaceAll("\r\n ", "").split("\r\n");
      expect(lines.filter((line) => line.startsWith("BEGIN:"))).toEqual(["BEGIN:VCALENDAR", "BEGIN:VEVENT"]);
      expect(lines.filter((line) => line.startsWith("END:"))).toEqual(["END:VEVENT", "END:VCALENDAR"]);
      const summary = lines.find((line) => line.startsWith("SUMMARY:"))?.slice("SUMMARY:".length) ?? "";
      expect(summary.replaceAll(/\\(.)/g, "$1")).toBe(feedLine(`END:VCALENDAR\r\n${typed}`));
    }),
  );
});
