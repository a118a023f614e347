import { expect, it } from "vitest";
import { changeInWords, laterInWords } from "../../../../web/forms/change-words";

const before = { index: 12, asOf: "2025-11-30", months: [{ month: "2012-10", index: 22.6 }] };

it("says what a save did to the index", () => {
  expect(changeInWords(before, { ...before, index: 14.1 }, "2025-11-02")).toBe(
    "The index of all evidence goes from 12.0 to 14.1, as of 30 November 2025.",
  );
});

it("says what an old event did to its own month, for it has faded since", () => {
  const after = { ...before, months: [{ month: "2012-10", index: 24.7 }] };
  const words = "The index of all evidence stays at 12.0, as of 30 November 2025. In October 2012: from 22.6 to 24.7.";
  expect(changeInWords(before, after, "2012-10-03")).toBe(words);
});

it("names both days where the as-of day moved", () => {
  const after = { ...before, index: 9, asOf: "2026-01-02" };
  expect(changeInWords(before, after, "2026-01")).toBe(
    "The index of all evidence was 12.0 as of 30 November 2025; it is 9.0 as of 2 January 2026.",
  );
});

it("says from when an event counts whose day has not begun by UTC", () => {
  expect(laterInWords(Date.parse("2026-12-01T00:00:00Z"))).toBe("Counts from 1 December 2026, 00:00 UTC.");
});
