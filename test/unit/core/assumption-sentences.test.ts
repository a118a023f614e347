import { expect, it } from "vitest";
import { assumptionLabels, differenceSentence } from "../../../worker/core/assumption-sentences";
import { baseAssumptions } from "../../../worker/core/assumption-base";
import { aRegistration } from "../../factories";

const registered = aRegistration();
const base = baseAssumptions(registered);
const stalled = { shown: "stalled" as const, riseLow: -1.32, riseHigh: 0.04 };

it("nothing differs from the registered method under its own assumptions", () => {
  expect(assumptionLabels(base, registered)).toEqual([]);
});

it("each assumption that differs is named", () => {
  const all = {
    halfLifeMonths: 1,
    drivers: "off",
    materialRise: 2,
    startShift: -3,
    withoutIndicator: "visit",
    withoutSource: "example.org",
    weightsOff: true,
    bestGradesOnly: true,
    inferredOff: true,
    unlookedAsZero: true,
  } as const;
  expect(assumptionLabels(all, registered)).toEqual([
    "half-life of 1 month",
    "reasons to expect warming left out",
    "a rise of 2 taken as material",
    "start 3 months earlier",
    "without Visits",
    "without example.org",
    "all reports believed alike",
    "only events graded A or B, 1 or 2",
    "inferred quiet months not counted",
    "months nobody looked at counted as quiet",
  ]);
});

it("a difference names both words, then the registered range", () => {
  expect(differenceSentence(stalled, stalled)).toBe("No difference.");
  expect(differenceSentence(stalled, { ...stalled, riseLow: -2 })).toBe(
    "Same word. The registered range: -1.3 to 0.0.",
  );
  expect(differenceSentence(stalled, { shown: "failing", riseLow: -2, riseHigh: -0.3 })).toBe(
    'Registered: "stalled"; here: "failing". The registered range: -1.3 to 0.0.',
  );
  expect(differenceSentence(stalled, { ...stalled, shown: "not enough evidence" })).toBe(
    'Registered: "stalled"; here: "cannot tell". Same range.',
  );
  expect(differenceSentence({ ...stalled, shown: null }, stalled)).toContain("still being worked out");
});
