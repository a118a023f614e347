import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitNote } from "../../../../web/view/note";

describe("a note", () => {
  it("of a few sentences is shown whole", () => {
    expect(splitNote("Quiet. Nothing moved.", 100)).toEqual({ first: "Quiet. Nothing moved.", rest: "" });
  });

  it("that is long is cut after a sentence, in any script", () => {
    const english = "The visit was put off again. Nothing else moved in the month, and the pipeline was not mentioned.";
    expect(splitNote(english, 40).first).toBe("The visit was put off again.");
    const urdu = `${"\u062f\u0648\u0631\u06c1 \u0645\u0644\u062a\u0648\u06cc \u06c1\u0648\u0627\u06d4"} ${"\u0627\u0648\u0631 ".repeat(20)}`;
    expect(splitNote(urdu, 40).first.endsWith("\u06d4")).toBe(true);
  });

  it("without a sentence's end is cut between words, and without a blank not at all", () => {
    expect(splitNote("word ".repeat(30).trim(), 42).first).toBe("word ".repeat(8).trim());
    expect(splitNote("x".repeat(200), 40)).toEqual({ first: "x".repeat(200), rest: "" });
  });

  it("loses nothing but blanks by the cut", () => {
    const words = fc.array(fc.constantFrom("a", "bc.", "d\n", "\ud83d\ude00", "e!"), { maxLength: 80 });
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join(" ");
        const { first, rest } = splitNote(text, 30);
        expect(`${first}${rest}`.replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });
});
