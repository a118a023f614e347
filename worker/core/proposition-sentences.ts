/** Sentences about one proposition: its base rate, its odds, the way its probability went (method, section 7). */
import { countLabel, dateLabel } from "./labels";
import { largestRemainder } from "./largest-remainder";
import { baseRate, clipped } from "./probability";
import { factorLabel, oddsLabel, percentLabel, probabilityLabel } from "./proposition-labels";
import type { Proposition } from "./types";
import type { ViewEvidence, ViewProposition } from "./view-types";

/**
 * Where the base rate comes from. A claim *by* a deadline runs down with the time left; one *at* a date keeps its rate.
 *
 * @example "Base rate 80 %: 3 of 3 earlier cases, reckoned as (3 + 1) of (3 + 2). It runs down with the time left: silence
 * is evidence."
 */
export function baseRateSentence({ referenceClass, type }: Pick<Proposition, "referenceClass" | "type">): string {
  const { k, n } = referenceClass ?? { k: 0, n: 0 };
  const percent = percentLabel(baseRate(referenceClass));
  const from =
    n === 0
      ? `No base rate: there is no reference class, so the start at ${percent} says only that nothing is known.`
      : `Base rate ${percent}: ${k} of ${n} earlier cases, reckoned as (${k} + 1) of (${n} + 2).`;
  return `${from} ${type === "by" ? "It runs down with the time left: silence is evidence." : "It stays the same up to the day."}`;
}

type Now = NonNullable<ViewProposition["now"]>;

/**
 * The odds of the day as a product: the odds of the prior times one factor for each counted item, the last digits rounded.
 *
 * @example "Odds 1:1 x 1.47 x 0.11 = 1:6.06, that is 14 %, very unlikely."
 */
export function oddsSentence(
  { priorLogOdds, evidenceLogOdds, probability }: Omit<Now, "day">,
  evidence: readonly Pick<ViewEvidence, "logLr" | "counted">[],
): string {
  if (priorLogOdds === null) return "The time has run out: no evidence can move the odds any more.";
  const factors = evidence.filter(({ counted }) => counted).map(({ logLr }) => factorLabel(Math.exp(logLr)));
  const prior = oddsLabel(Math.exp(priorLogOdds));
  const verb = clipped(probability) === probability ? "that is" : "shown as";
  const label = `${verb} ${probabilityLabel(probability)}`;
  if (factors.length === 0) return `Odds ${prior}, from the base rate alone, ${label}.`;
  const result = oddsLabel(Math.exp(priorLogOdds + evidenceLogOdds));
  return `Odds ${[prior, ...factors].join(" x ")} = ${result}, ${label}.`;
}

export interface LogOddsShares {
  prior: number;
  /** In the order of the evidence; 0 for what is not counted. */
  evidence: number[];
  sum: number;
}

/**
 * The same as a sum: log-odds of the prior and of each counted item, rounded so that the shown numbers add up.
 * Null where the prior is 0. Source: method, section 7.
 *
 * @example prior 0, items 0.385 and -2.187 // 0, 0.38, -2.19, sum -1.8 (rounded one by one: 0.39 - 2.19 = -1.80)
 */
export function logOddsShares(
  { priorLogOdds }: Pick<Now, "priorLogOdds">,
  evidence: readonly Pick<ViewEvidence, "logLr" | "counted">[],
): LogOddsShares | null {
  if (priorLogOdds === null) return null;
  const counted = evidence.map((item) => (item.counted ? item.logLr : 0));
  const [prior = 0, ...shares] = largestRemainder([priorLogOdds, ...counted]);
  const total = [prior, ...shares].reduce((sum, share) => sum + Math.round(share * 100), 0);
  return { prior, evidence: shares, sum: total / 100 + 0 };
}

/**
 * How the probability went: where it began, where it ends, and its highest and lowest where they lie between.
 * Null without a series.
 *
 * @example "50 % on 15 June 2012, 1 % on 31 December 2012; at most 57 % on 10 September 2012. 6 items of evidence, 5 counted."
 */
export function pathSentence({ series, evidence }: Pick<ViewProposition, "series" | "evidence">): string | null {
  const [first, last] = [series[0], series.at(-1)];
  if (!first || !last) return null;
  const at = ({ day, probability }: typeof first): string => `${percentLabel(probability)} on ${dateLabel(day)}`;
  const most = series.reduce((best, one) => (one.probability > best.probability ? one : best));
  const least = series.reduce((best, one) => (one.probability < best.probability ? one : best));
  const isEnd = ({ probability }: typeof first): boolean =>
    [first, last].some((end) => percentLabel(end.probability) === percentLabel(probability));
  const between = [isEnd(most) ? "" : `at most ${at(most)}`, isEnd(least) ? "" : `at least ${at(least)}`];
  const ends = first.day === last.day ? at(first) : `${at(first)}, ${at(last)}`;
  const counted = evidence.filter((item) => item.counted).length;
  const items =
    evidence.length === 0
      ? "No evidence has been rated."
      : `${countLabel(evidence.length, "item")} of evidence, ${counted} counted.`;
  return `${[ends, ...between].filter(Boolean).join("; ")}. ${items}`;
}
