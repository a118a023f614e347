import { expect, it } from "vitest";
import { viewingSentence } from "../../../worker/core/as-of-sentences";

const today = "2026-11-05";
const view = (asOf: string, lastCovered: string | null, revision = 7) => ({
  asOf,
  revision,
  coverage: { lastCovered },
});

it("nothing is said where nothing is asked", () => {
  expect(viewingSentence(view("2025-11-30", "2025-11"), { asOf: null, revision: null }, today)).toBeNull();
});

it("nothing is said of today, where somebody looked last month", () => {
  expect(viewingSentence(view(today, "2026-10"), { asOf: today, revision: null }, today)).toBeNull();
});

it("today is named where nobody has looked lately", () => {
  expect(viewingSentence(view(today, "2025-11"), { asOf: today, revision: null }, today)).toBe(
    "You are looking at events up to today, 5 November 2026, by the records of today. " +
      "Nobody looked after November 2025: from there the line can only fade.",
  );
});

it("day and records are named apart", () => {
  expect(viewingSentence(view("2013-12-31", "2013-12"), { asOf: "2013-12-31", revision: null }, today)).toBe(
    "You are looking at events up to 31 December 2013, by the records of today.",
  );
  expect(viewingSentence(view("2013-12-31", "2013-12", 3), { asOf: null, revision: 3 }, today)).toBe(
    "You are looking at events up to 31 December 2013, by the records of revision 3.",
  );
});
