import { expect, it } from "vitest";
import { likelyIn, questionOf } from "../../../../web/forms/date-questions";

it("a date is asked about as it was typed, with its year in words", () => {
  expect(questionOf(" 6 oct 1026 ", "1026-10-06", "is 983 years before this scenario begins (March 2010)")).toEqual({
    text:
      "You typed 6 oct 1026: that is the year one thousand and twenty-six. It is 983 years before this scenario begins " +
      "(March 2010). Is the year right?",
    answer: "Yes, 1026 is right.",
    insist: "Say that the year is right, or put it right above.",
  });
});

it("a form asks about all that the server would ask about: of the first event it knows the month only", () => {
  const months = [
    { month: "1985-01", events: 0 },
    { month: "1985-05", events: 1 },
  ] as Parameters<typeof likelyIn>[0]["months"];
  const known = { registeredOn: "2012-06-15", coverage: { from: "2011-06" } };
  expect(likelyIn({ ...known, months }, "2026-11-30").from).toBe("1955-05-31");
  expect(likelyIn({ ...known, months: [] }, "2026-11-30").from).toBe("1981-06-01");
});
