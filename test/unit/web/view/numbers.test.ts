import { expect, it } from "vitest";
import { numbersOf } from "../../../../web/view/numbers";
import { aHorizonVerdict } from "../../core/a-verdict";

const numbers = (over: Parameters<typeof aHorizonVerdict>[0]) =>
  Object.fromEntries(numbersOf({ ...aHorizonVerdict(over), statement: "" }).slice(0, 2));

it("names the months of a period apart from those that were tested", () => {
  const period = { windowTo: "2013-06", testedTo: "2013-04", monthsInWindow: 25, covered: 20, n: 20 };
  expect(numbers(period)).toEqual({
    "Months of the period": "25, June 2011 to June 2013",
    "Months tested (n)": "20, June 2011 to April 2013",
  });
});

it("names no months where there are none", () => {
  expect(numbers({ monthsInWindow: 0, covered: 0, n: 0, testedFrom: null, testedTo: null })).toEqual({
    "Months of the period": "0",
    "Months tested (n)": "0",
  });
});
