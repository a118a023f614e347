import { describe, expect, it } from "vitest";
import {
  baseRateSentence,
  logOddsShares,
  oddsSentence,
  pathSentence,
} from "../../../worker/core/proposition-sentences";
import type { ViewEvidence } from "../../../worker/core/view-types";

function item(over: Partial<ViewEvidence> = {}): ViewEvidence {
  return {
    event: "E-1",
    title: "A report",
    date: "2012-07-19",
    likelihoodRatio: "1.5",
    cluster: null,
    rivalExplanation: "Chance.",
    // 0.95 ln 1.5
    logLr: 0.3852,
    counted: true,
    ...over,
  };
}
/** 0.95 ln 0.1 */
const against = item({ event: "E-2", likelihoodRatio: "1/10", logLr: -2.1875 });

function nowOf(priorLogOdds: number | null, evidenceLogOdds: number) {
  const probability = priorLogOdds === null ? 0 : 1 / (1 + Math.exp(-priorLogOdds - evidenceLogOdds));
  return {
    prior: 0.5,
    remainingFraction: null,
    priorLogOdds,
    evidenceLogOdds,
    probability,
    displayed: probability,
    word: "unlikely" as const,
  };
}

describe("the sentence on the base rate", () => {
  it("shows the reckoning from a reference class", () => {
    expect(baseRateSentence({ referenceClass: { k: 3, n: 3 }, type: "by" })).toBe(
      "Base rate 80 %: 3 of 3 earlier cases, reckoned as (3 + 1) of (3 + 2). It runs down with the time left: silence is evidence.",
    );
  });

  it("says that there is none without a class, and that it stays for a claim at a date", () => {
    expect(baseRateSentence({ referenceClass: null, type: "at" })).toBe(
      "No base rate: there is no reference class, so the start at 50 % says only that nothing is known. It stays the same up to the day.",
    );
  });
});

describe("the sentence on the odds", () => {
  it("multiplies the prior by one factor for each counted item", () => {
    // e^0.3852 = 1.47, e^-2.1875 = 0.11; e^(0.3852 - 2.1875) = e^-1.8023 = 0.1649 = 1:6.06; 0.1649 / 1.1649 = 14.2 %
    const uncounted = item({ event: "E-3", logLr: -1, counted: false });
    expect(oddsSentence(nowOf(0, -1.8023), [item(), uncounted, against])).toBe(
      "Odds 1:1 x 1.47 x 0.11 = 1:6.06, that is 14 %, very unlikely.",
    );
  });

  it("says where a probability is shown as the end of the scale", () => {
    // e^-7 = 1:1097: below 1 %.
    expect(oddsSentence(nowOf(-7, 0), [])).toBe(
      "Odds 1:1097, from the base rate alone, shown as 1 %, almost no chance.",
    );
  });

  it("says that no evidence counts once the time has run out", () => {
    expect(oddsSentence(nowOf(null, -1.8), [against])).toContain("The time has run out");
  });
});

describe("log-odds as a sum", () => {
  it("shows numbers that add up, an item not counted as nought", () => {
    const shares = logOddsShares(nowOf(0.333, 0), [
      item({ logLr: 0.333 }),
      item({ counted: false }),
      item({ logLr: 0.333 }),
    ]);
    // 0.999 is 1.00: one of the three thirds is rounded up.
    expect(shares).toEqual({ prior: 0.34, evidence: [0.33, 0, 0.33], sum: 1 });
  });

  it("has none where the prior is nought", () => {
    expect(logOddsShares(nowOf(null, 0), [])).toBeNull();
  });
});

describe("the sentence on the way of a probability", () => {
  const day = (date: string, probability: number) => ({ day: date, prior: 0.5, probability });

  it("names the ends, what lies above or below them, and how many items count", () => {
    const series = [day("2012-06-15", 0.5), day("2012-09-10", 0.57), day("2012-12-31", 0.002)];
    expect(pathSentence({ series, evidence: [item(), item({ counted: false })] })).toBe(
      "50 % on 15 June 2012, 1 % on 31 December 2012; at most 57 % on 10 September 2012. 2 items of evidence, 1 counted.",
    );
  });

  it("is one day where there is one, and none without a series", () => {
    expect(pathSentence({ series: [day("2012-06-15", 0.5)], evidence: [] })).toBe(
      "50 % on 15 June 2012. No evidence has been rated.",
    );
    expect(pathSentence({ series: [], evidence: [] })).toBeNull();
  });
});
