import { expect, test } from "vitest";
import { outlines } from "../../../scripts/atlas.mjs";
import { contoursOf, EM, readFont } from "../../../worker/preview/font";
import { unpackFont } from "../../../worker/preview/image";

test("faces are read as they are packed", () => {
  const font = readFont(Uint8Array.from([2, 65, 124, 0, 1, 0b1000_0010, 1, 3, 1, 9, 3, 0]));
  expect([...font.bold.keys()]).toEqual([65, 66]);
  expect(font.bold.get(66)).toEqual({ advance: 130, outline: Uint8Array.from([1, 9, 3]) });
  expect(font.regular.size).toBe(0);
});

test("an outline's points are steps from the one before", () => {
  const outline = Uint8Array.from([1, 9, 3, 2, 2, 2, 1, 4]);
  expect(contoursOf({ advance: 9, outline })).toEqual([
    [{ x: 2, y: -2, on: true }],
    [
      { x: 1, y: -1, on: false },
      { x: 1, y: 1, on: true },
    ],
  ]);
});

test("the packed letters are those that the script takes out of the font", async () => {
  const made = readFont(new Uint8Array(outlines()));
  expect(await unpackFont()).toEqual(made);
});

test("every letter of Latin, Cyrillic and what is generated is there, in titles Greek as well", async () => {
  const { bold, regular } = await unpackFont();
  const lacking = (text: string, face = regular) => [...text].filter((letter) => !face.has(letter.codePointAt(0) ?? 0));
  expect(lacking("Žluťoučký kůň, Łódź, İstanbul, Ça va? Größe – “quoted” ‘so’ — Ştefan Țepeș… №5 €")).toEqual([]);
  expect(lacking("Съешь же ещё этих мягких булок; Ґанок, їжак, Џеп, Љубав")).toEqual([]);
  expect(lacking("0123456789 ± − · % ():.,")).toEqual([]);
  expect(lacking("Ελλάδα και Τουρκία", bold)).toEqual([]);
});

test("a capital H stands on the line and is as high as those of its font", async () => {
  const { bold } = await unpackFont();
  const glyph = bold.get("H".codePointAt(0) ?? 0);
  const ys = glyph ? contoursOf(glyph).flatMap((points) => points.map(({ y }) => y)) : [];
  expect(Math.min(...ys)).toBe(0);
  // Open Sans: 1462 of 2048.
  expect(Math.max(...ys)).toBe(Math.round((1462 / 2048) * EM));
});
