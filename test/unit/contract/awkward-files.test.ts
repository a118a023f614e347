import { describe, expect, test } from "vitest";
import { readEventFile } from "../../../worker/contract/csv-read";
import { planImport } from "../../../worker/contract/import-plan";
import { shippedRegistration } from "./helpers";

const HEADER = "ref,date,indicator,code,title,source_title,source_reliability,info_credibility";
const row = (changes: Partial<Record<"ref" | "date" | "indicator" | "title", string>> = {}) => {
  const { ref = "AW-1", date = "2012-10-03", indicator = "visit", title = "A visit" } = changes;
  return `${ref},${date},${indicator},minister_visit_held,${title},A paper,B,2`;
};
const lines = (...all: string[]) => `${all.join("\n")}\n`;
const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, mark: boolean): Uint8Array {
  const bytes = [...(mark ? `\ufeff${text}` : text)].flatMap((one) => {
    const code = one.charCodeAt(0);
    return [code & 0xff, code >> 8];
  });
  return new Uint8Array(bytes);
}

/** Cyrillic capitals and small letters stand at 0xC0 to 0xFF of Windows-1251. */
function windows1251(text: string): Uint8Array {
  return new Uint8Array(
    [...text].map((one) => {
      const code = one.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    }),
  );
}

/** What is said of a file: counts, and each message as "line level kind column: text". */
function check(bytes: Uint8Array) {
  const file = readEventFile(bytes);
  const plan = planImport(file.rows, shippedRegistration(), { latest: "2026-11-24", existing: new Map() });
  const said = [...file.messages, ...plan.messages].map(
    ({ line, level, kind, column, text }) => `${line} ${level} ${kind} ${column}: ${text}`,
  );
  return { rejectsFile: file.fileRejected, accepted: plan.accepted, rejected: plan.rejected, said, plan };
}

describe("files as people have them", () => {
  test.each([
    ["an Excel day number", { date: "41185" }, /^2 error bad-date date: .*number for the day 2012-10-03/],
    ["a day that may be two", { date: "03/10/2012" }, /^2 error bad-date date: .*2012-10-03 or 2012-03-10, whichever/],
    ["a day that can only be one", { date: "31.10.2012" }, /^2 error bad-date date: .*Write 2012-10-31\.$/],
    ["a day with two digits of the year", { date: "3/10/12" }, /^2 error bad-date date: .*The year comes first/],
    [
      "a reference with a slash",
      { ref: "TRIP/4" },
      /^2 error bad-ref ref: .*cannot be part of an address.*TRIP-2013-04/,
    ],
    ["a key with a character of no width", { indicator: "visit\u200b" }, /"visit<U\+200B>".*Did you mean visit\?/],
    [
      "a title with a character of no width",
      { title: "Lav\u200brov" },
      /^2 warning hidden-character title: .*U\+200B.*character 4/,
    ],
    ["a very long title", { title: "x".repeat(301) }, /^2 error too-long title: .*301 characters.*300 are allowed/],
  ])("%s gets a message that says where and what to do", (_what, changes, wanted) => {
    const { said } = check(utf8(lines(HEADER, row(changes))));
    expect(
      said.some((one) => wanted.test(one)),
      said.join("\n"),
    ).toBe(true);
  });

  test("quotes inside a quoted title are the title's, and a lone one is shown with its line", () => {
    const good = check(utf8(lines(HEADER, row({ title: '"He said ""no"", twice"' }))));
    expect(good.plan.creations[0]?.content.title).toBe('He said "no", twice');
    const bad = check(utf8(lines(HEADER, row(), row({ ref: "AW-2", title: '"He said "no"' }))));
    expect(bad.rejectsFile).toBe(true);
    expect(bad.said[0]).toMatch(/^3 error unreadable null: .*Double the quotes/);
  });

  test("semicolons with decimal commas are read, and the comma is named", () => {
    const header = `${HEADER},score,score_reason`.replaceAll(",", ";");
    const { said } = check(utf8(lines(header, `${row()},3,8,"why"`.replaceAll(",", ";").replace("3;8", "3,8"))));
    expect(said).toEqual([expect.stringMatching(/^2 error bad-number score: .*point for the decimal, not a comma/)]);
  });

  test("UTF-16 is converted with its mark and refused by name without", () => {
    const text = lines(HEADER, row());
    expect(check(utf16(text, true))).toMatchObject({
      accepted: 1,
      said: [expect.stringContaining("notice converted")],
    });
    const refused = check(utf16(text, false));
    expect(refused.said).toEqual([expect.stringMatching(/bad-encoding.*UTF-16 without.*Save it as UTF-8/)]);
  });

  test("Russian text in Windows-1251 is refused by its name and with how to save it", () => {
    const { rejectsFile, said } = check(windows1251(lines(HEADER, row({ title: "Лавров в Исламабаде" }))));
    expect(rejectsFile).toBe(true);
    expect(said).toEqual([expect.stringMatching(/bad-encoding.*Windows-1251 \(Cyrillic\).*CSV UTF-8/)]);
  });

  test("a title above the header line is named by the line to begin with", () => {
    const { rejectsFile, said } = check(utf8(lines("Events of 2012", "", HEADER, row())));
    expect(rejectsFile).toBe(true);
    expect(said).toEqual([expect.stringMatching(/Line 3 looks like the header line\. Delete the lines above it/)]);
  });

  test("a second header line is one wrong row, and the rest is read", () => {
    const labels = HEADER.replaceAll("_", " ");
    const { accepted, rejected, said } = check(utf8(lines(HEADER, labels, row())));
    expect([accepted, rejected]).toEqual([1, 1]);
    expect(said[0]).toMatch(/^2 error repeated-header null: .*header.*Delete it/);
  });

  test("empty rows at the end are no rows", () => {
    const { accepted, rejected, said } = check(utf8(lines(HEADER, row(), ",,,,,,,", ",,,,,,,", "", " , , , , , , , ")));
    expect({ accepted, rejected, said }).toEqual({ accepted: 1, rejected: 0, said: [] });
  });

  test("a header that is there twice is named, an ignored one twice does no harm", () => {
    expect(check(utf8(lines(`${HEADER},date`, `${row()},2012`))).said[0]).toMatch(
      /error duplicate-column date: .*twice/,
    );
    const ignored = check(utf8(lines(`${HEADER},mood,mood`, `${row()},a,b`)));
    expect([ignored.rejectsFile, ignored.accepted]).toEqual([false, 1]);
  });

  test("tabs in some rows and commas in others are rows that do not fit", () => {
    const { accepted, rejected, said } = check(utf8(lines(HEADER, row(), row({ ref: "AW-2" }).replaceAll(",", "\t"))));
    expect([accepted, rejected]).toEqual([1, 1]);
    expect(said).toEqual([
      expect.stringMatching(/^3 error cell-count null: This row has 1 cells, the header has 8\. Look for a separator/),
    ]);
  });

  test("a formula is kept as typed", () => {
    const { plan, said } = check(utf8(lines(HEADER, row({ title: "=cmd|' /C calc'!A0" }))));
    expect(plan.creations[0]?.content.title).toBe("=cmd|' /C calc'!A0");
    expect(said).toEqual([]);
  });
});
