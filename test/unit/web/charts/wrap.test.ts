import { describe, expect, it } from "vitest";
import { wrap } from "../../../../web/charts/wrap";

const lines = (text: string, room: number) => wrap(text, room, (part) => part.length);

describe("a text in lines", () => {
  it("is broken between words, as late as it fits", () => {
    expect(lines("one two three", 7)).toEqual(["one two", "three"]);
  });

  it("gives a word that is too long a line of its own", () => {
    expect(lines("a constitution b", 5)).toEqual(["a", "constitution", "b"]);
  });

  it("keeps together what a hard space holds together", () => {
    expect(lines("costs $1.2\u00a0bn now", 12)).toEqual(["costs", "$1.2\u00a0bn now"]);
  });

  it("has no lines without words", () => {
    expect(lines("", 5)).toEqual([]);
  });
});
