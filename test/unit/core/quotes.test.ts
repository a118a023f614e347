import { describe, expect, test } from "vitest";
import { cutQuotes, quoteIn } from "../../../worker/core/quotes";

const words = (text: string, field = "title") => [{ field, text }];

describe("a text that repeats removed words", () => {
  test("is found with the words around, capitals or not", () => {
    expect(quoteIn("As we logged: HE TOOK money, once.", words("He took money"))).toEqual({
      repeats: ["title"],
      excerpt: "As we logged: HE TOOK money, once.",
    });
    expect(quoteIn("He took nothing", words("He took money"))).toBeNull();
  });

  test("names every removed text that it repeats, and shows the first", () => {
    const both = [...words("Ivan Petrov", "actors"), ...words("took money")];
    const { repeats, excerpt } = quoteIn(`${"x ".repeat(50)}\u{1F600} took money; Ivan Petrov`, both) ?? {};
    expect(repeats).toEqual(["actors", "title"]);
    expect(excerpt).toMatch(/^\u2026(x ){29}\u{1F600} took money; Ivan Petrov$/u);
  });

  test("is no longer address that begins with a removed one, nor one that holds removed words", () => {
    const removed = words("https://a.example/putin", "sourceUrl");
    expect(quoteIn("See https://a.example/putin-defers-visit", removed)).toBeNull();
    expect(quoteIn("https://a.example/putin/", removed)).toBeNull();
    expect(quoteIn("See (https://a.example/putin).", removed)?.repeats).toEqual(["sourceUrl"]);
    expect(quoteIn("https://b.example/ivan-petrov/1", words("ivan-petrov"))).toBeNull();
  });

  test("is found in scripts that put no blanks between words", () => {
    expect(
      quoteIn("\u62a5\u9053\u8bf4\u90e8\u957f\u6536\u4e86\u94b1", words("\u90e8\u957f\u6536\u4e86\u94b1"))?.repeats,
    ).toEqual(["title"]);
  });
});

describe("cutting removed words out", () => {
  test("takes each time they stand, and leaves the rest", () => {
    expect(cutQuotes("He took money. Yes: he took money!", words("He took money"))).toBe("[removed]. Yes: [removed]!");
  });

  test("never cuts an address in two", () => {
    const text = "https://a.example/1 and https://a.example/12";
    expect(cutQuotes(text, words("https://a.example/1"))).toBe("[removed] and https://a.example/12");
  });

  test("takes words for what they are: nothing in them is a pattern", () => {
    expect(cutQuotes("Said: $& (a+)+ [x] $1 $$ / and so on.", words("$& (a+)+ [x] $1 $$ / and so on"))).toBe(
      "Said: [removed].",
    );
  });
});
