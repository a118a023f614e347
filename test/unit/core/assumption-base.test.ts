import { expect, it } from "vitest";
import { baseAssumptions } from "../../../worker/core/assumption-base";

it("the registered assumptions are those of the scenario, and leave nothing out", () => {
  expect(baseAssumptions({ halfLifeMonths: 9, materialRise: 2.5 })).toEqual({
    halfLifeMonths: 9,
    drivers: "registered",
    materialRise: 2.5,
    startShift: 0,
    withoutIndicator: null,
    withoutSource: null,
    weightsOff: false,
    bestGradesOnly: false,
    inferredOff: false,
    unlookedAsZero: false,
  });
});
