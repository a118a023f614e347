/** Part (c) of the method: how likely is a proposition, from a base rate, time gone by and graded evidence. */
import { dayNumber } from "./days";
import { firstDayOf } from "./months";
import { sum } from "./numbers";
import { probabilityWord, type ProbabilityWord } from "./probability-words";
import type { Evidence, Proposition, ValidDate } from "./types";

/** What a probability depends on besides evidence. */
export interface PropositionTerms extends Pick<Proposition, "type" | "deadline"> {
  /** The day the scenario was registered; for a proposition added later, the day it was added. */
  startsOn: string;
  referenceClass: { k: number; n: number } | null;
  /** The day of the outcome, where it is known on the as-of day: what is dated then or later is no evidence. */
  outcomeOn: ValidDate | null;
}

export interface DatedEvidence extends Pick<Evidence, "likelihoodRatio" | "cluster"> {
  ref: string;
  date: ValidDate;
  /** Weight of the event's grade, hundredths. */
  weight100: number;
}

/** One item as it bears on the probability of a day. */
export interface WeighedEvidence {
  ref: string;
  date: ValidDate;
  /** Weight x ln of the likelihood ratio. */
  logLr: number;
  /** False for all but the strongest of a cluster. */
  counted: boolean;
}

export interface Probability extends Prior {
  /** Null where the prior is 0: after the deadline of a *by* claim. */
  priorLogOdds: number | null;
  /** By date, then reference. */
  evidence: WeighedEvidence[];
  evidenceLogOdds: number;
  probability: number;
  /** Kept within 1 and 99 %. */
  displayed: number;
  word: ProbabilityWord;
}

const TIED = 1e-12;
/** e to this power is still a number: beyond it a probability would become 0 without a deadline having passed. */
const LARGEST_EXPONENT = 700;

/**
 * A probability kept within 1 and 99 %, as it is displayed and as the log score takes it.
 *
 * @example clipped(0.0005) // 0.01
 */
export function clipped(probability: number): number {
  return Math.min(Math.max(probability, 0.01), 0.99);
}

/**
 * Base rate of a reference class, by Laplace: (k + 1) / (n + 2); one half without a class.
 * Source: method, section 7.
 *
 * @example baseRate({ k: 3, n: 8 }) // 4 / 10 = 0.4
 */
export function baseRate(referenceClass: PropositionTerms["referenceClass"]): number {
  const { k, n } = referenceClass ?? { k: 0, n: 0 };
  return (k + 1) / (n + 2);
}

export interface Prior {
  prior: number;
  /** Share of the time left, for *by* claims. */
  remainingFraction: number | null;
}

/**
 * The probability before any evidence, by day number. A claim *by* a deadline runs down with the time left, for silence is
 * evidence: 1 - (1 - base rate)^f with f = (deadline - day + 1) / (deadline - start + 1) in days, 0 after the deadline, and
 * throughout where the deadline lies before the start. A claim *at* a date keeps its base rate. Source: method, section 7.
 *
 * @example base rate 0.4, by 31 December 2012, started 15 June, on 23 September // f 0.5: 1 - 0.6^0.5 = 0.2254
 */
export function priorByDay(
  terms: Pick<PropositionTerms, "type" | "deadline" | "startsOn" | "referenceClass">,
): (day: number) => Prior {
  const rate = baseRate(terms.referenceClass);
  if (terms.type === "at") return () => ({ prior: rate, remainingFraction: null });
  const [start, deadline] = [dayNumber(terms.startsOn), dayNumber(terms.deadline)];
  const given = deadline - start + 1;
  return (day) => {
    const remainingFraction = given <= 0 ? 0 : Math.min(Math.max((deadline - day + 1) / given, 0), 1);
    return { prior: -Math.expm1(remainingFraction * Math.log1p(-rate)) + 0, remainingFraction };
  };
}

/**
 * The natural logarithm of a likelihood ratio as written, tempered by the weight of the report: one that is a coin-flip
 * moves half as far. Source: method, section 7.
 *
 * @example logLikelihood({ likelihoodRatio: "1/10", weight100: 95 }) // 0.95 * ln 0.1 = -2.1875
 */
export function logLikelihood({
  likelihoodRatio,
  weight100,
}: Pick<DatedEvidence, "likelihoodRatio" | "weight100">): number {
  const [numerator = "1", denominator = "1"] = likelihoodRatio.split("/");
  return (weight100 / 100) * (Math.log(Number(numerator)) - Math.log(Number(denominator))) + 0;
}

function byDate(a: { date: ValidDate; ref: string }, b: { date: ValidDate; ref: string }): number {
  const [dayA, dayB] = [firstDayOf(a.date), firstDayOf(b.date)];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return a.ref < b.ref ? -1 : Number(a.ref > b.ref);
}

/**
 * The evidence of a day: dated after the start and up to the day (a month from its first day), before the outcome. Of the
 * items that share a cluster only the strongest counts; of equals the earlier, then the lower reference.
 * Source: method, section 7, rulings 21 and 29.
 *
 * @example two items of one cluster, ratios 1/10 and 1/5 at weight 0.95 // the first counts, sum -2.1875
 */
export function evidenceOn(
  terms: Pick<PropositionTerms, "startsOn" | "outcomeOn">,
  items: readonly DatedEvidence[],
  day: string,
): { evidence: WeighedEvidence[]; evidenceLogOdds: number } {
  const { startsOn, outcomeOn } = terms;
  const strongest = new Map<string, WeighedEvidence>();
  const evidence: WeighedEvidence[] = [];
  for (const item of items.toSorted(byDate)) {
    const from = firstDayOf(item.date);
    if (from <= startsOn || from > day || (outcomeOn !== null && from >= firstDayOf(outcomeOn))) continue;
    const weighed = { ref: item.ref, date: item.date, logLr: logLikelihood(item), counted: true };
    evidence.push(weighed);
    if (item.cluster === null) continue;
    const before = strongest.get(item.cluster);
    if (before && Math.abs(weighed.logLr) <= Math.abs(before.logLr) + TIED) {
      weighed.counted = false;
      continue;
    }
    if (before) before.counted = false;
    strongest.set(item.cluster, weighed);
  }
  return { evidence, evidenceLogOdds: sum(evidence.map(({ logLr, counted }) => (counted ? logLr : 0))) };
}

/**
 * A prior moved by evidence: 1 / (1 + e^-(logit prior + evidence)); a prior of 0 stays 0.
 *
 * @example updated(0.5, -2.1875) // 1 / (1 + e^2.1875) = 0.1009
 */
export function updated(prior: number, evidenceLogOdds: number): number {
  if (prior === 0 || evidenceLogOdds === 0) return prior;
  return 1 / (1 + Math.exp(Math.min(-(logOdds(prior) + evidenceLogOdds), LARGEST_EXPONENT)));
}

/** ln(p / (1 - p)). */
function logOdds(probability: number): number {
  return Math.log(probability) - Math.log1p(-probability);
}

/**
 * The probability of a proposition on a day: logit of the day's prior plus the counted evidence, which add up exactly;
 * shown within 1 and 99 % with its word. Source: method, section 7.
 *
 * @example base rate 0.5, by 31 December 2012, on 26 September, evidence ln odds 1.2092 // prior 0.2855, probability 0.5724
 */
export function probabilityOn(terms: PropositionTerms, items: readonly DatedEvidence[], day: string): Probability {
  const { prior, remainingFraction } = priorByDay(terms)(dayNumber(day));
  const { evidence, evidenceLogOdds } = evidenceOn(terms, items, day);
  const probability = updated(prior, evidenceLogOdds);
  return {
    prior,
    priorLogOdds: prior === 0 ? null : logOdds(prior) + 0,
    remainingFraction,
    evidence,
    evidenceLogOdds,
    probability,
    displayed: clipped(probability),
    word: probabilityWord(probability),
  };
}
