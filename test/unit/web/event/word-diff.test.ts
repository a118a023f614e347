import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { wordDiff } from "../../../../web/event/word-diff";
import type { Piece } from "../../../../web/event/word-diff";

const marked = (pieces: Piece[]): string => pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join("");

describe("the words that changed in a text", () => {
  it("are those that the other version lacks", () => {
    const { before, after } = wordDiff("Putin drops visit to Islamabad", "Putin puts off visit to Islamabad");
    expect(marked(before)).toBe("Putin [drops ]visit to Islamabad");
    expect(marked(after)).toBe("Putin [puts off ]visit to Islamabad");
  });

  it("do not include words after which only the space is another", () => {
    const { before, after } = wordDiff("one two", "one\ntwo");
    expect([marked(before), marked(after)]).toEqual(["one two", "one\ntwo"]);
  });

  it("are all words where one side is empty", () => {
    expect(wordDiff("", "new words")).toEqual({ before: [], after: [{ text: "new words", changed: true }] });
  });

  it("are told apart in any script", () => {
    expect(marked(wordDiff("Лавров в Москве", "Лавров в Исламабаде").after)).toBe("Лавров в [Исламабаде]");
    expect(marked(wordDiff("وزیر خارجہ آئے", "وزیر دفاع آئے").before)).toBe("وزیر [خارجہ ]آئے");
  });

  it("leave the texts whole, and keep the same words on both sides", () => {
    assert(
      property(string(), string(), (a, b) => {
        const { before, after } = wordDiff(a, b);
        const whole = (pieces: Piece[]) => pieces.map(({ text }) => text).join("");
        const kept = (pieces: Piece[]) =>
          pieces
            .filter(({ changed }) => !changed)
            .flatMap(({ text }) => text.split(/\s+/))
            .filter(Boolean);
        expect([whole(before), whole(after)]).toEqual([a, b]);
        expect(kept(before).join("")).toBe(kept(after).join(""));
      }),
    );
  });
});
