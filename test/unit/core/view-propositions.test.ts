import { expect, it } from "vitest";
import type { Outcome } from "../../../worker/core/types";
import { viewPropositions } from "../../../worker/core/view-propositions";
import type { InputEvidence } from "../../../worker/core/view-input";
import type { ViewProposition } from "../../../worker/core/view-types";
import { anOutcome, aProposition, aRegistration } from "../../factories";

const registration = aRegistration({ registeredOn: "2012-06-15" });

function viewed(asOf: string, outcome: Outcome | null, evidence: InputEvidence[] = []): ViewProposition | undefined {
  return viewPropositions({ registration, asOf, propositions: [{ ...aProposition(), outcome, evidence }] })[0];
}

function outcomeAt(asOf: string, outcome: Outcome | null): Outcome | null | undefined {
  return viewed(asOf, outcome)?.outcome;
}

it("an outcome shows from its day on and not before", () => {
  const no = anOutcome({ on: "2012-12-31" });
  expect(outcomeAt("2012-12-30", no)).toBeNull();
  expect(outcomeAt("2012-12-31", no)).toEqual(no);
});

it("an outcome known to the month shows from its first day", () => {
  const yes = anOutcome({ result: "yes", on: "2012-10" });
  expect(outcomeAt("2012-09-30", yes)).toBeNull();
  expect(outcomeAt("2012-10-01", yes)).toEqual(yes);
});

it("an outcome without a date shows from the deadline", () => {
  const partly = anOutcome({ result: "partly", on: null });
  expect(outcomeAt("2012-12-30", partly)).toBeNull();
  expect(outcomeAt("2012-12-31", partly)).toEqual(partly);
});

it("an open proposition has no outcome", () => {
  expect(outcomeAt("2025-12-31", anOutcome({ result: "open", on: null }))).toBeNull();
  expect(outcomeAt("2025-12-31", null)).toBeNull();
});

it("the view carries the question, its article's probability and why it was coded so", () => {
  const { question, articleCue } = aProposition();
  expect(viewed("2012-10-31", null)).toMatchObject({ id: "C01", question, articleProbability: 0.9, articleCue });
});

it("evidence counts from its day, with its event's weight, and the numbers add up", () => {
  const item = {
    event: "PKRU-0043",
    likelihoodRatio: "1/10",
    cluster: null,
    rivalExplanation: "A clash of dates",
    title: "Visit called off",
    date: "2012-09-27",
    weight100: 95,
  };
  expect(viewed("2012-09-26", null, [item])?.evidence).toEqual([]);
  const proposition = viewed("2012-09-27", null, [item]);
  // 0.95 x ln 0.1 = -2.1875
  expect(proposition?.evidence).toMatchObject([{ event: "PKRU-0043", counted: true, logLr: -2.1874558383 }]);
  const { priorLogOdds, evidenceLogOdds = NaN, probability } = proposition?.now ?? {};
  const total = (priorLogOdds ?? NaN) + evidenceLogOdds;
  expect(1 / (1 + Math.exp(-total))).toBeCloseTo(probability ?? NaN, 9);
});
