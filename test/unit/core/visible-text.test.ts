import { expect, test } from "vitest";
import { hasRightToLeft, visibleText } from "../../../worker/core/visible-text";

test("every mark that turns the direction of writing is shown by its name, and nothing else is changed", () => {
  const marks = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";
  expect(visibleText(marks)).toBe("[ALM][LRM][RLM][LRE][RLE][PDF][LRO][RLO][LRI][RLI][FSI][PDI]");
  // Joiners belong to Urdu and to emoji.
  const kept = "a <b>\u0639\u062f\u0627\u0644\u062a</b> \u200c\u200d \u{1f468}\u200d\u{1f469}";
  expect(visibleText(kept)).toBe(kept);
  expect(visibleText(visibleText(marks))).toBe(visibleText(marks));
});

test("letters of every script that runs from right to left are known", () => {
  for (const text of ["\u05e9", "\u0639", "\u06d2", "\u0710", "\u07ca", "\ufb50", "\ufe8d", "\u{10a00}", "\u{1e900}"]) {
    expect([text, hasRightToLeft(`a ${text}`)]).toEqual([text, true]);
  }
  for (const text of ["", "abc", "\u4e2d", "\u0430", "\ufeff", "\u{1f600}"]) {
    expect([text, hasRightToLeft(text)]).toEqual([text, false]);
  }
});
