import fc from "fast-check";
import { expect, test } from "vitest";
import { feedLine, feedText } from "../../../worker/core/feed-text";

test("what no XML can carry is left out, line ends become one, marks of direction become words", () => {
  expect(feedText("A\u0000b\u001f\r\nc\rd\te\ud800f\ufffe\u202e")).toBe("Ab\nc\nd\tef[RLO]");
  expect(feedText("Łódź 🕊️ \u{1f600}")).toBe("Łódź 🕊️ \u{1f600}");
  expect(feedLine(" A\n b\t c ")).toBe("A b c");
});

test("a text that was made fit once stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(feedText(feedText(text))).toBe(feedText(text));
      expect(feedLine(text)).not.toMatch(/[\n\r\t]/);
    }),
  );
});
