import { expect, it } from "vitest";
import { propositionStanding, termsOf } from "../../../worker/core/proposition-standing";
import { anOutcome, aProposition } from "../../factories";

const open = { outcome: null, evidence: [], registeredOn: "2012-06-15" };

it("a proposition stands at its base rate on the day of registration", () => {
  const standing = propositionStanding({ proposition: aProposition(), ...open, asOf: "2012-06-15" });
  expect(standing).toMatchObject({ baseRate: 0.5, noBaseRate: true, now: { day: "2012-06-15", probability: 0.5 } });
  expect(standing.series).toEqual([{ day: "2012-06-15", prior: 0.5, probability: 0.5 }]);
});

it("before registration, and before it was added, it has no probability", () => {
  const proposition = aProposition({ addedOn: "2012-08-01", referenceClass: { k: 0, n: 6 } });
  expect(propositionStanding({ proposition, ...open, asOf: "2012-07-31" })).toEqual({
    baseRate: 0.125, // 1 / 8
    noBaseRate: false,
    now: null,
    series: [],
  });
  expect(termsOf({ proposition, ...open }).startsOn).toBe("2012-08-01");
});

it("once settled it keeps the probability of the day before", () => {
  const outcome = anOutcome({ result: "yes", on: "2012-10-02" });
  const standing = propositionStanding({ proposition: aProposition(), ...open, outcome, asOf: "2025-12-31" });
  expect(standing.now?.day).toBe("2012-10-01");
});
