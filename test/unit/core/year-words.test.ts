import { expect, test } from "vitest";
import { yearWords } from "../../../worker/core/year-words";

test.each([
  ["1026-10-06", "one thousand and twenty-six"],
  ["2026-10", "two thousand and twenty-six"],
  ["1912-01-01", "one thousand nine hundred and twelve"],
  ["2000-01", "two thousand"],
  ["1900-01", "one thousand nine hundred"],
  ["2206-01-01", "two thousand two hundred and six"],
  ["9999-12-31", "nine thousand nine hundred and ninety-nine"],
  ["1040-01", "one thousand and forty"],
])("the year of %s is %s", (date, words) => {
  expect(yearWords(date)).toBe(words);
});
