import { expect, it } from "vitest";
import type { Outcome } from "../../../worker/core/types";
import { viewPropositions } from "../../../worker/core/view-propositions";
import { anOutcome, aProposition } from "../../factories";

function outcomeAt(asOf: string, outcome: Outcome | null): Outcome | null | undefined {
  return viewPropositions({ asOf, propositions: [{ ...aProposition(), outcome }] })[0]?.outcome;
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

it("the view carries the question and its article's probability, not the coder's notes", () => {
  const [proposition] = viewPropositions({ asOf: "2012-10-31", propositions: [{ ...aProposition(), outcome: null }] });
  expect(proposition).toMatchObject({ id: "C01", basis: "outright", articleProbability: 0.9, imputed: true });
  expect(proposition).not.toHaveProperty("articleCue");
});
