import { describe, expect, it } from "vitest";
import { articleScoreInWords, deadlineInWords, likelihoodInWords } from "../../../../web/view/propositions";
import { outrightNote } from "../../../../web/view/outright";
import { anOutcome, aProposition } from "../../../factories";
import { viewOf } from "../view-of";

const claim = (over: Parameters<typeof aProposition>[0], outcome = null as ReturnType<typeof anOutcome> | null) =>
  viewOf({ propositions: [{ ...aProposition(over), outcome, evidence: [] }] });

describe("a claim in words", () => {
  it("has its probability with its word, its base rate and what the article was read as", () => {
    const [one] = claim({ type: "at", referenceClass: { k: 3, n: 8 } }).propositions;
    // (3 + 1) of (8 + 2)
    expect(one && likelihoodInWords(one)).toBe(
      "By the events now: 40 %, unlikely. Base rate 40 %. The text: 90 %, as we read its words.",
    );
  });

  it("says that a base rate is assumed where there are no past cases, and which day was the last of a settled one", () => {
    const view = claim({ type: "at", deadline: "2012-09-30" }, anOutcome({ on: "2012-09-30" }));
    expect(view.propositions[0] && likelihoodInWords(view.propositions[0])).toBe(
      "By the events, last on 30 September 2012: 50 %, roughly even chance. Base rate 50 %, assumed: no past cases. The text: 90 %, as we read its words.",
    );
  });

  it("has only the article's probability where it was settled before the forecast", () => {
    const view = claim({ deadline: "2012-06-15" }, anOutcome({ on: "2012-05-31" }));
    expect(view.propositions[0] && likelihoodInWords(view.propositions[0])).toBe(
      "The text: 90 %, as we read its words.",
    );
    expect(articleScoreInWords(view.articleScores, "C01")).toBe(
      "Not scored: settled before the forecast was registered.",
    );
  });

  it("has the article's score beside the base rate's", () => {
    const view = claim({ type: "at", deadline: "2012-09-30" }, anOutcome({ on: "2012-09-30" }));
    // 15 June to 30 September, closed on 1 October: 108 days; (0.9 - 0)^2 = 0.81, 0.5^2 = 0.25.
    expect(articleScoreInWords(view.articleScores, "C01")).toBe(
      "The article's score over 108 days: Brier 0.81, base rate 0.25: worse than the base rate.",
    );
  });

  it("is due by a day or on it", () => {
    expect(deadlineInWords({ type: "by", deadline: "2012-12-31" })).toBe("by 31 December 2012");
    expect(deadlineInWords({ type: "at", deadline: "2012-12-31" })).toBe("on 31 December 2012");
  });

  it("says in the first screen how likely it is while open, and when it came true", () => {
    const open = claim({ type: "at" }).propositions[0];
    expect(open && outrightNote(open)).toBe(" (50 %, roughly even chance)");
    expect(outrightNote({ now: null, outcome: anOutcome({ result: "yes", on: "2014-11" }) })).toBe(" (November 2014)");
    expect(outrightNote({ now: null, outcome: anOutcome() })).toBe("");
  });
});
