import { describe, expect, test } from "vitest";
import { check, textOf, verdict } from "./check-event";

describe("amounts", () => {
  test.each<[unknown, number]>([
    ["1200000000", 120_000_000_000],
    [93500000.5, 9_350_000_050],
    ["93500000.50", 9_350_000_050],
    ["0.1", 10],
    ["0.07", 7],
    [1.15, 115],
    ["0", 0],
    ["007", 700],
  ])("%o is %d cents", (amountUsd, amountCents) => {
    expect(check({ amountUsd }).content?.amountCents).toBe(amountCents);
  });

  test.each([
    ["1.2bn", /plain number/],
    ["$500", /currency sign/],
    ["USD 500", /currency sign/],
    ["500\u20bd", /currency sign/],
    ["1,200,000", /thousands separators/],
    ["1 200 000", /thousands separators/],
    ["-5", /below zero/],
    [-5, /below zero/],
    ["1.005", /two decimals/],
    ["93500000,50", /point, not a comma/],
    [1e21, /plain number/],
    ["99999999999999999", /90 trillion/],
    ["1e9", /plain number/],
  ])("%o is no amount", (amountUsd, text) => {
    expect(verdict({ amountUsd })).toEqual(["amountUsd error bad-amount", "refused"]);
    expect(textOf({ amountUsd })).toMatch(text);
  });

  test("a scope is needed with an amount only where the form asks for it", () => {
    expect(verdict({ amountUsd: 5 })).toEqual(["kept"]);
    expect(verdict({ amountUsd: 5 }, { strictScope: true })).toEqual(["amountScope error required", "refused"]);
    expect(verdict({ amountUsd: 5, amountScope: "aid" }, { strictScope: true })).toEqual(["kept"]);
    expect(verdict({}, { strictScope: true })).toEqual(["kept"]);
  });

  test("an unknown scope is refused, one without an amount is kept with a warning", () => {
    expect(verdict({ amountUsd: 5, amountScope: "Aid" })).toEqual(["amountScope error bad-scope", "refused"]);
    expect(verdict({ amountScope: "aid" })).toEqual(["amountScope warning scope-without-amount", "kept"]);
  });
});

describe("grades and addresses", () => {
  test.each(["b", "B2", "G", " B"])("%o is no reliability", (sourceReliability) => {
    expect(verdict({ sourceReliability })).toEqual(["sourceReliability error bad-reliability", "refused"]);
  });

  test.each([0, 7, 2.5, "two", "02"])("%o is no credibility", (infoCredibility) => {
    expect(verdict({ infoCredibility })).toEqual(["infoCredibility error bad-credibility", "refused"]);
  });

  test("a credibility may be a number or its digit", () => {
    expect(check({ infoCredibility: "6" }).content?.infoCredibility).toBe(6);
  });

  test.each(["javascript:alert(1)", "ftp://example.org", "example.org", "http:/x", "https://", "https://a b", "//x"])(
    "%o is no address",
    (sourceUrl) => {
      expect(verdict({ sourceUrl })).toEqual(["sourceUrl error bad-url", "refused"]);
    },
  );

  test.each([
    "http://103.241.136.51/content/pm",
    "HTTPS://example.org/a?b=c#d",
    "https://\u043f\u0440.\u0440\u0444/\u044f",
  ])("%o is kept as typed", (sourceUrl) => {
    expect(check({ sourceUrl }).content?.sourceUrl).toBe(sourceUrl);
  });
});

describe("texts", () => {
  test("are kept as typed, blanks and markup included", () => {
    const title = "  <b>=1+1</b> & 'so' on\t";
    expect(check({ title })).toMatchObject({ content: { title }, messages: [] });
  });

  test("limits count characters, not code units", () => {
    expect(verdict({ title: "\u{1f91d}".repeat(300) })).toEqual(["kept"]);
    expect(textOf({ title: "\u{1f91d}".repeat(301) })).toMatch(/301 characters long; 300 are allowed/);
    expect(verdict({ notes: "n".repeat(5000), location: "l".repeat(500) })).toEqual(["kept"]);
    expect(verdict({ notes: "n".repeat(5001) })).toEqual(["notes error too-long", "refused"]);
    expect(verdict({ location: "l".repeat(501) })).toEqual(["location error too-long", "refused"]);
  });

  test("line breaks stand in notes, as \\n, and nowhere else", () => {
    expect(check({ notes: "a\r\nb\rc\nd" }).content?.notes).toBe("a\nb\nc\nd");
    expect(verdict({ title: "a\nb" })).toEqual(["title error control-character", "refused"]);
    expect(textOf({ title: "a\nb" })).toMatch(/line break at character 2/);
  });

  test.each(["\u0000", "\u0007", "\u001b", "\u007f", "\u0085", "\u0093"])("%o is refused", (mark) => {
    expect(verdict({ notes: `a${mark}b` })).toEqual(["notes error control-character", "refused"]);
  });

  test("half a surrogate pair is refused, a whole one is not", () => {
    expect(verdict({ title: "a\ud83d" })).toEqual(["title error broken-character", "refused"]);
    expect(verdict({ title: "\udd1da" })).toEqual(["title error broken-character", "refused"]);
    expect(verdict({ title: "a\u{1f91d}" })).toEqual(["kept"]);
  });

  test.each(["\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069"])("%o is kept with a warning", (mark) => {
    expect(verdict({ title: `a${mark}b` })).toEqual(["title warning bidi-control", "kept"]);
    expect(check({ title: `a${mark}b` }).content?.title).toBe(`a${mark}b`);
  });

  test("a message shows a value cut short and with its dangerous characters spelt out", () => {
    const text = textOf({ indicator: `\u202e${"x".repeat(90)}\u0009` });
    expect(text).toContain(`"<U+202E>${"x".repeat(39)}..."`);
    expect(text).not.toContain("\u202e");
  });

  test("numbers, lists and objects are no texts", () => {
    for (const value of [5, true, ["a"], { a: 1 }]) {
      expect(verdict({ title: value })).toEqual(["title error bad-type", "refused"]);
    }
  });
});

describe("actors", () => {
  test.each<[unknown, string[]]>([
    ["PAK;RUS", ["PAK", "RUS"]],
    [" PAK ; RUS ;;", ["PAK", "RUS"]],
    [
      ["PAK", "RUS"],
      ["PAK", "RUS"],
    ],
    [
      ["PAK;RUS", ""],
      ["PAK", "RUS"],
    ],
    ["", []],
    [[], []],
  ])("%o are %o", (actors, list) => {
    expect(check({ actors }).content?.actors).toEqual(list);
  });

  test("a list of other things is refused, a list too long as well", () => {
    expect(verdict({ actors: ["PAK", 5] })).toEqual(["actors error bad-type", "refused"]);
    expect(verdict({ actors: Array.from({ length: 200 }, () => "PAK") })).toEqual(["actors error too-long", "refused"]);
  });
});
