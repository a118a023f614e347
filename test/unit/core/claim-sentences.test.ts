import { expect, it } from "vitest";
import { articleScores } from "../../../worker/core/article-scores";
import { cameTrueSentence, outrightSentence } from "../../../worker/core/claim-sentences";
import { anOutcome, aProposition } from "../../factories";

const claims = [
  { ...aProposition(), outcome: anOutcome() },
  {
    ...aProposition({ id: "C24", question: "Will relations improve?", deadline: "2016-12-31" }),
    outcome: anOutcome({ result: "yes", on: "2014-11-20" }),
  },
  { ...aProposition({ id: "C02", question: "Was it settled?" }), outcome: anOutcome({ on: "2012-05-31" }) },
  { ...aProposition({ id: "C09", basis: "inferred", question: "Inferred?" }), outcome: anOutcome() },
  { ...aProposition({ id: "C27", addedOn: "2026-11-23", question: "Added?" }), outcome: anOutcome() },
];
const scores = articleScores(claims, "2012-06-15");

it("what was said outright stands with what became of it; what was settled before or added later stands apart", () => {
  expect(outrightSentence(claims, scores)).toBe(
    "Will the leader visit in 2012? No. Will relations improve? Yes, in November 2014.",
  );
  expect(outrightSentence([], { rows: [] })).toBeNull();
});

it("the claims that came true are counted", () => {
  expect(cameTrueSentence(scores)).toBe("1 of 3 scored claims came true.");
  expect(cameTrueSentence({ rows: [] })).toBeNull();
});
