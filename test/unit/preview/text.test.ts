import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unpackFont } from "../../../worker/preview/image";
import { cut, lengthOf, readable, typeset, wordsOf, wrap, type Word } from "../../../worker/preview/text";

const { bold, regular } = await unpackFont();

const textOf = (line: readonly Word[] | undefined): string => (line ?? []).map(({ text }) => text).join(" ");

describe("a text as its letters can be shown", () => {
  test("stays as it is where all are there, on one line", () => {
    expect(readable(" Pakistan\n and\u00a0Russia: emerging allies? ", bold)).toBe(
      "Pakistan and Russia: emerging allies?",
    );
    expect(readable("Россия и Пакистан", bold)).toBe("Россия и Пакистан");
  });

  test("has composed letters for letters with marks, and none of the marks that nobody sees", () => {
    expect(readable("Cze\u0301ch \u202eab\u200b\u00adc\u2069", bold)).toBe("Czéch abc");
  });

  test("has a question mark for a letter that is lacking", () => {
    expect(readable("The word 中 here", bold)).toBe("The word ? here");
  });

  test("is left out where more than a third is lacking, or nothing is left", () => {
    expect(readable("پاکستان اور روس", bold)).toBeNull();
    expect(readable("ab中", bold)).toBe("ab?");
    expect(readable("a中", bold)).toBeNull();
    expect(readable(" \u200b ", bold)).toBeNull();
  });
});

describe("words on lines", () => {
  const words = wordsOf("Pakistan and the Russian Federation: whether they become allies", bold, "ink");

  test("break where a line is full", () => {
    const lines = wrap(words, 54, 1088, 2);
    expect(lines.map(textOf)).toEqual(["Pakistan and the Russian Federation:", "whether they become allies"]);
  });

  test("end in an ellipsis where there are more than the lines hold, without a stray stop before it", () => {
    expect(wrap(words, 54, 1088, 1).map(textOf)).toEqual(["Pakistan and the Russian Federation…"]);
  });

  test("are cut inside a word only where it fills a line alone", () => {
    const [long] = wrap(wordsOf("Donaudampfschifffahrtsgesellschaftskapitän", bold, "ink"), 54, 500, 2);
    expect(textOf(long)).toMatch(/^Donaudampfsch\p{L}*…$/u);
  });

  test("never go beyond the line, whatever they are, and keep their beginning", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."abWiЯé .,-:中"), maxLength: 120 }), (text) => {
        const shown = readable(text, regular) ?? "";
        const lines = wrap(wordsOf(shown, regular, "ink"), 40, 600, 2);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(lengthOf(textOf(line), regular, 40)).toBeLessThanOrEqual(600.001);
        const [first = ""] = shown.split(" ");
        if (lengthOf(`${first}…`, regular, 40) <= 600) {
          expect(textOf(lines[0]).startsWith(first.replace(/[\s.,:;…-]*$/u, ""))).toBe(true);
        }
      }),
    );
  });

  test("are nothing where not even one letter fits", () => {
    expect(cut(words, 54, 10)).toEqual([]);
    expect(cut([], 54, 10)).toEqual([]);
  });
});

test("a length is the sum of the letters' widths, in pixels", () => {
  expect(lengthOf("HH", bold, 96)).toBeCloseTo(2 * lengthOf("H", bold, 96), 9);
  expect(lengthOf("H", bold, 96)).toBeCloseTo(2 * lengthOf("H", bold, 48), 9);
});

test("a hyphen before a number is a minus sign, and no other is", () => {
  expect(typeset("-1.3 to 0.0 (-4), back-test, 2-3")).toBe("−1.3 to 0.0 (−4), back-test, 2-3");
});
