/** Sentences about scores: days, comparison with the base rate, what is not scored and why (method, section 8). */
import type { ArticleScores, NotScoredReason } from "./article-scores";
import { NEEDED_TO_RANK, type ForecastScore, type MeanScore } from "./forecast-scores";
import { countLabel } from "./labels";
import { sum } from "./numbers";

const NOT_SCORED: Record<NotScoredReason, string> = {
  "added later": "added after the forecast was made, so never scored for the article",
  open: "still open",
  void: "void: its condition never came about",
  partly: "true in part only; yes and no alone are scored",
  "settled before registration": "settled before the forecast was registered",
  "no probability": "no probability can be read from the words",
};

/**
 * Why a claim is not scored, as part of a sentence.
 *
 * @example notScoredLabel("open") // "still open"
 */
export function notScoredLabel(why: NotScoredReason): string {
  return NOT_SCORED[why];
}

/**
 * A score to two decimals; "-" where there is none.
 *
 * @example scoreLabel(0.8103) // "0.81"
 */
export function scoreLabel(score: number | null): string {
  return score === null ? "-" : (Math.round(Number((score * 100).toFixed(6))) / 100 + 0).toFixed(2);
}

/**
 * The Brier score beside the base rate's on the same days; lower is better. Null without a scored day.
 *
 * @example brierSentence({ brier: 0.81, refBrier: 0.0989 }) // "Brier 0.81, base rate 0.10: worse than the base rate."
 */
export function brierSentence({ brier, refBrier }: Pick<ForecastScore, "brier" | "refBrier">): string | null {
  if (brier === null || refBrier === null) return null;
  const [own, reference] = [scoreLabel(brier), scoreLabel(refBrier)];
  const word = own === reference ? "no better than" : brier < refBrier ? "better than" : "worse than";
  return `Brier ${own}, base rate ${reference}: ${word} the base rate.`;
}

/**
 * On how many of the days a forecast was in force.
 *
 * @example daysScoredSentence({ daysScored: 195, daysOpen: 200 }) // "Scored 195 of 200 days."
 */
export function daysScoredSentence({ daysScored, daysOpen }: Pick<ForecastScore, "daysScored" | "daysOpen">): string {
  return `Scored ${daysScored} of ${countLabel(daysOpen, "day")}.`;
}

/**
 * The article's mean over its outright claims, or why there is none. Null where nothing is scored.
 * Source: method, section 8, ruling 38.
 *
 * @example "No mean score for the article: 2 outright claims are scored, 5 are needed."
 */
export function articleMeanSentence({ mean, outright, rows }: ArticleScores): string | null {
  if (rows.length === 0) return null;
  if (mean === null || mean.meanBrier === null) {
    const are = outright === 1 ? "is" : "are";
    return `No mean score for the article: ${countLabel(outright, "outright claim")} ${are} scored, ${NEEDED_TO_RANK} are needed.`;
  }
  const references = rows.filter(({ basis }) => basis === "outright").map(({ refBrier }) => refBrier ?? 0);
  const refBrier = sum(references) / Math.max(1, references.length);
  return `Mean over ${countLabel(mean.resolved, "outright claim")}: ${brierSentence({ brier: mean.meanBrier, refBrier }) ?? ""}`;
}

/**
 * How a forecaster stands over all settled claims: the mean and its skill, or how many are still missing.
 * Source: method, section 8.
 *
 * @example "5 claims scored: mean Brier 0.19, log score 0.45, skill 0.19 (better than the base rate)."
 */
export function meanSentence({
  resolved,
  mean,
}: {
  resolved: number;
  mean: Pick<MeanScore, "meanBrier" | "meanLog" | "skill"> | null;
}): string {
  const scored = `${countLabel(resolved, "claim")} scored`;
  if (mean === null) return `${scored}; no mean below ${NEEDED_TO_RANK}.`;
  const { meanBrier, meanLog, skill } = mean;
  const better = skill === null ? "" : skill > 0 ? "better than" : skill < 0 ? "worse than" : "as good as";
  const skilled = skill === null ? "" : `, skill ${scoreLabel(skill)} (${better} the base rate)`;
  return `${scored}: mean Brier ${scoreLabel(meanBrier)}, log score ${scoreLabel(meanLog)}${skilled}.`;
}
