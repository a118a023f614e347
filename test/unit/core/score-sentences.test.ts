import { describe, expect, it } from "vitest";
import type { ArticleScore } from "../../../worker/core/article-scores";
import {
  articleMeanSentence,
  brierSentence,
  daysScoredSentence,
  meanSentence,
  notScoredLabel,
  scoreLabel,
} from "../../../worker/core/score-sentences";

function aScore(over: Partial<ArticleScore> = {}): ArticleScore {
  return {
    id: "C01",
    basis: "outright",
    outcome: 0,
    forecast: 0.9,
    baseRate: 0.5,
    daysScored: 200,
    brier: 0.81,
    log: 2.3,
    refBrier: 0.1,
    refLog: 0.4,
    skill: -7.1,
    ...over,
  };
}

describe("sentences on scores", () => {
  it("put the Brier score beside the base rate's", () => {
    expect(brierSentence({ brier: 0.81, refBrier: 0.0989 })).toBe(
      "Brier 0.81, base rate 0.10: worse than the base rate.",
    );
    expect(brierSentence({ brier: 0.04, refBrier: 0.372 })).toContain("better than");
    expect(brierSentence({ brier: null, refBrier: null })).toBeNull();
  });

  it("call scores that read alike no better", () => {
    expect(brierSentence({ brier: 0.1001, refBrier: 0.1002 })).toContain("no better than");
  });

  it("say on how many of the days a forecast stood", () => {
    expect(daysScoredSentence({ daysScored: 195, daysOpen: 200 })).toBe("Scored 195 of 200 days.");
  });

  it("never show minus nought", () => {
    expect([scoreLabel(-0.001), scoreLabel(-7.19), scoreLabel(null)]).toEqual(["0.00", "-7.19", "-"]);
  });

  it("say in words why a claim is not scored", () => {
    expect(notScoredLabel("settled before registration")).toBe("settled before the forecast was registered");
  });
});

describe("the article's mean", () => {
  const scores = { resolved: 1, outright: 1, notScored: [], mean: null };

  it("is refused below five outright claims, with the count", () => {
    expect(articleMeanSentence({ ...scores, rows: [aScore()] })).toBe(
      "No mean score for the article: 1 outright claim is scored, 5 are needed.",
    );
    expect(articleMeanSentence({ ...scores, outright: 0, rows: [] })).toBeNull();
  });

  it("stands beside the base rate's over the outright claims only", () => {
    const rows = [...Array.from({ length: 5 }, () => aScore()), aScore({ basis: "inferred", refBrier: 0.9 })];
    const mean = { resolved: 5, meanBrier: 0.81, meanLog: 2.3, skill: -7.1 };
    expect(articleMeanSentence({ ...scores, outright: 5, rows, mean })).toBe(
      "Mean over 5 outright claims: Brier 0.81, base rate 0.10: worse than the base rate.",
    );
  });
});

describe("a forecaster's mean", () => {
  it("is refused below five settled claims", () => {
    expect(meanSentence({ resolved: 4, mean: null })).toBe("4 claims scored; no mean below 5.");
  });

  it("says with its skill whether the base rate is beaten", () => {
    const mean = { meanBrier: 0.1905, meanLog: 0.45, skill: 0.191 };
    expect(meanSentence({ resolved: 5, mean })).toBe(
      "5 claims scored: mean Brier 0.19, log score 0.45, skill 0.19 (better than the base rate).",
    );
  });
});
