/** The article as a forecaster: its words, coded once as probabilities, scored claim by claim (method, section 8). */
import { baseRate } from "./probability";
import { meanScore, NEEDED_TO_RANK, scoreForecasts, type ForecastScore, type MeanScore } from "./forecast-scores";
import { instantOfDay } from "./days";
import { firstDayOf } from "./months";
import type { Outcome, Proposition } from "./types";

export type ScoredClaim = Pick<
  Proposition,
  "id" | "type" | "deadline" | "basis" | "addedOn" | "referenceClass" | "articleProbability"
> & {
  /** Null while open, or where the outcome lies after the as-of day. */
  outcome: Outcome | null;
};

export interface ArticleScore extends Pick<
  ForecastScore,
  "daysScored" | "brier" | "log" | "refBrier" | "refLog" | "skill"
> {
  id: string;
  basis: Proposition["basis"];
  outcome: 0 | 1;
  forecast: number;
  baseRate: number;
}

export const NOT_SCORED_REASONS = [
  "added later",
  "open",
  "void",
  "partly",
  "settled before registration",
  "no probability",
] as const;
export type NotScoredReason = (typeof NOT_SCORED_REASONS)[number];

export interface ArticleScores {
  /** Claims scored, and those of them that the article states outright. */
  resolved: number;
  outright: number;
  rows: ArticleScore[];
  notScored: { id: string; why: NotScoredReason }[];
  /** Over the outright claims; null below five of them. */
  mean: MeanScore | null;
}

/** Why a claim is not scored, or null if it is (method, rulings 25, 26 and 38). */
function notScored(claim: ScoredClaim, registeredOn: string): NotScoredReason | null {
  const { outcome } = claim;
  if (claim.addedOn !== null) return "added later";
  const result = outcome?.result ?? "open";
  if (result !== "yes" && result !== "no") return result;
  if (firstDayOf(outcome?.on ?? claim.deadline) <= registeredOn) return "settled before registration";
  return claim.articleProbability === null ? "no probability" : null;
}

/**
 * The article's scores, one row a claim: its coded probability counts as recorded at the start of the day of registration.
 * Claims added later, settled by then, or neither yes nor no, are listed with the reason. A mean only from five outright
 * claims on. Source: method, section 8, rulings 25 to 28 and 38.
 *
 * @example "Putin visits in 2012", coded 0.9, no // 200 days, Brier 0.81, reference 0.0989, skill -7.19
 */
export function articleScores(claims: readonly ScoredClaim[], registeredOn: string): ArticleScores {
  const rows: ArticleScore[] = [];
  const left: ArticleScores["notScored"] = [];
  for (const claim of claims) {
    const why = notScored(claim, registeredOn);
    if (why) left.push({ id: claim.id, why });
    else rows.push(scoreOf(claim, registeredOn));
  }
  const outright = rows.filter(({ basis }) => basis === "outright");
  return {
    resolved: rows.length,
    outright: outright.length,
    rows,
    notScored: left,
    mean: outright.length < NEEDED_TO_RANK ? null : meanScore(outright),
  };
}

function scoreOf(claim: ScoredClaim, registeredOn: string): ArticleScore {
  const { id, basis, type, deadline, referenceClass, articleProbability } = claim;
  const forecast = articleProbability ?? 0;
  const outcome = claim.outcome?.result === "yes" ? 1 : 0;
  const { daysScored, brier, log, refBrier, refLog, skill } = scoreForecasts(
    { type, deadline, startsOn: registeredOn, referenceClass, outcome, outcomeOn: claim.outcome?.on ?? null },
    [{ recordedAt: instantOfDay(registeredOn), probability: forecast }],
  );
  return {
    id,
    basis,
    outcome,
    forecast,
    baseRate: baseRate(referenceClass),
    daysScored,
    brier,
    log,
    refBrier,
    refLog,
    skill,
  };
}
