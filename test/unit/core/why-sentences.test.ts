import { expect, it } from "vitest";
import { movementSentence } from "../../../worker/core/why-sentences";

const month = (name: string, index: number) => ({
  month: name,
  points: {},
  y: 0,
  direct: 0,
  index,
  directIndex: index,
  band90: 0,
  events: 0,
  covered: true,
  attested: null,
  provisional: false,
});

it("says what moved the index since the month before, in numbers that add up", () => {
  // Half-life 6: fading takes 1 - 2^(-1/6) = 0.109 of 2.1, so -0.229; new are 4.6 - 2.1 + 0.229 = 2.729. 2.1 - 0.2 + 2.7 = 4.6.
  const months = [month("2012-05", 2.1), month("2012-06", 4.6)];
  expect(movementSentence({ months, halfLifeMonths: 6, asOf: "2012-06-30" })).toBe(
    "Since the end of May 2012: 2.1 then, -0.2 by fading, +2.7 by new points, 4.6 on 30 June 2012.",
  );
});

it("is silent where there is no month before", () => {
  expect(movementSentence({ months: [month("2012-06", 4.6)], halfLifeMonths: 6, asOf: "2012-06-30" })).toBeNull();
});
