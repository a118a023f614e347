import { expect, it } from "vitest";
import { verdictInWords } from "../../../../web/forms/verdict-words";

it("says whether a save has moved the verdict", () => {
  expect(verdictInWords("stalled", "stalled")).toBe('The verdict stays "stalled".');
  expect(verdictInWords("stalled", "holding")).toBe('The verdict was "stalled" and is now "holding".');
  expect(verdictInWords(null, "not enough evidence")).toBe('The verdict is "cannot tell".');
  expect(verdictInWords("stalled", null)).toMatch(/^The verdict is being recalculated/);
});
