import { describe, expect, it } from "vitest";
import { splitStatement, typeset } from "../../../../web/view/words";

describe("a sentence on the page", () => {
  it("has real minus signs, and keeps its hyphens", () => {
    expect(typeset("From -1.3 (range -4.3 to +3.3), a 2012-style back-test")).toBe(
      "From \u22121.3 (range \u22124.3 to +3.3), a 2012-style back-test",
    );
  });
});

describe("the statement", () => {
  it("leads with its word, then its first sentence, then the rest", () => {
    expect(splitStatement("Stalled: no lasting rise. From June 2011 it shows 0.0 points. More.")).toEqual({
      word: "Stalled:",
      headline: " no lasting rise.",
      rest: "From June 2011 it shows 0.0 points. More.",
    });
  });

  it("without a colon is a headline without a word", () => {
    expect(splitStatement("Nothing yet.")).toEqual({ word: "", headline: "Nothing yet.", rest: "" });
  });
});
