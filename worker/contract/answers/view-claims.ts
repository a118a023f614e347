/** The claims of a ScenarioView. */
import * as v from "valibot";
import { NOT_SCORED_REASONS } from "../../core/article-scores";
import { PROBABILITY_WORDS } from "../../core/probability-words";
import { OUTCOMES } from "../../core/types";
import { Day, Flag, OrNull, Real, Text, ValidDate, Whole } from "./parts";

export const WordOfProbability = v.picklist(PROBABILITY_WORDS.map(({ word }) => word));
const BASES = ["outright", "inferred", "factual", "added"] as const;

const Outcome = v.object({
  result: v.picklist(OUTCOMES),
  on: v.nullable(ValidDate),
  sourceTitle: Text,
  sourceUrl: Text,
  note: Text,
});

const Now = v.object({
  day: Day,
  prior: Real,
  remainingFraction: OrNull.real,
  priorLogOdds: OrNull.real,
  evidenceLogOdds: Real,
  probability: Real,
  displayed: Real,
  word: WordOfProbability,
});

const Evidence = v.object({
  event: Text,
  likelihoodRatio: Text,
  cluster: OrNull.text,
  rivalExplanation: Text,
  title: Text,
  date: ValidDate,
  logLr: Real,
  counted: Flag,
});

export const ViewProposition = v.object({
  id: Text,
  question: Text,
  criteria: Text,
  type: v.picklist(["by", "at"]),
  deadline: Day,
  basis: v.picklist(BASES),
  addedOn: v.nullable(Day),
  locator: Text,
  referenceClass: v.nullable(v.object({ description: v.optional(Text), k: Whole, n: Whole })),
  articleProbability: OrNull.real,
  articleCue: Text,
  imputed: Flag,
  outcome: v.nullable(Outcome),
  baseRate: Real,
  noBaseRate: Flag,
  now: v.nullable(Now),
  evidence: v.array(Evidence),
  series: v.array(v.object({ day: Day, prior: Real, probability: Real })),
  forecasts: v.optional(v.array(v.object({ on: Day, probability: Real, by: v.optional(Text) }))),
});

export const MeanScore = v.object({
  resolved: Whole,
  meanBrier: OrNull.real,
  meanLog: OrNull.real,
  skill: OrNull.real,
});

const ArticleScore = v.object({
  id: Text,
  basis: v.picklist(BASES),
  outcome: v.picklist([0, 1]),
  forecast: Real,
  baseRate: Real,
  daysScored: Whole,
  brier: OrNull.real,
  log: OrNull.real,
  refBrier: OrNull.real,
  refLog: OrNull.real,
  skill: OrNull.real,
});

export const ArticleScores = v.object({
  resolved: Whole,
  outright: Whole,
  rows: v.array(ArticleScore),
  notScored: v.array(v.object({ id: Text, why: v.picklist(NOT_SCORED_REASONS) })),
  mean: v.nullable(MeanScore),
});
