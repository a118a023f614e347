import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { probabilityOn, type PropositionTerms } from "../../../worker/core/probability";
import { lastProbabilityDay, probabilitySeries } from "../../../worker/core/probability-series";
import { randomDay, randomEvidence, randomTerms } from "./random-propositions";

const terms: PropositionTerms = {
  type: "by",
  deadline: "2012-12-31",
  startsOn: "2012-06-15",
  referenceClass: null,
  outcomeOn: null,
};

describe("the last day of a probability", () => {
  it("is the as-of day while the claim is open", () => {
    expect(lastProbabilityDay(terms, "2012-08-10")).toBe("2012-08-10");
  });

  it("is the day before the outcome, or the deadline", () => {
    expect(lastProbabilityDay({ ...terms, outcomeOn: "2012-11-20" }, "2025-12-31")).toBe("2012-11-19");
    expect(lastProbabilityDay({ ...terms, outcomeOn: "2012-12-31" }, "2025-12-31")).toBe("2012-12-31");
    expect(lastProbabilityDay({ ...terms, outcomeOn: "2012-11" }, "2025-12-31")).toBe("2012-10-31");
  });

  it("of a claim by a date that is not settled shows that time has run out", () => {
    expect(lastProbabilityDay(terms, "2025-12-31")).toBe("2013-01-01");
    expect(lastProbabilityDay({ ...terms, type: "at" }, "2025-12-31")).toBe("2012-12-31");
  });
});

it("a claim with until the last day that can be written has a probability today", () => {
  expect(lastProbabilityDay({ ...terms, deadline: "9999-12-31" }, "2025-12-31")).toBe("2025-12-31");
});

describe("the way of a probability", () => {
  it("has the start, evidence dates, month-ends and the last day", () => {
    const evidence = [{ ref: "a", date: "2012-07-19", weight100: 75, likelihoodRatio: "1.5", cluster: null }];
    expect(probabilitySeries(terms, evidence, "2012-08-10").map(({ day }) => day)).toEqual([
      "2012-06-15",
      "2012-06-30",
      "2012-07-19",
      "2012-07-31",
      "2012-08-10",
    ]);
  });

  it("is empty before the start, and where the outcome came first", () => {
    expect(probabilitySeries(terms, [], "2012-06-14")).toEqual([]);
    expect(probabilitySeries({ ...terms, outcomeOn: "2012-05-31" }, [], "2025-12-31")).toEqual([]);
  });

  it("gives on each day what that day alone gives", () => {
    fc.assert(
      fc.property(randomTerms, randomEvidence, randomDay, (any, evidence, asOf) => {
        for (const { day, prior, probability } of probabilitySeries(any, evidence, asOf)) {
          expect(probabilityOn(any, evidence, day)).toMatchObject({ prior, probability });
        }
      }),
      { numRuns: 40 },
    );
  });
});
