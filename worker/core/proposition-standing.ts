import { baseRate, probabilityOn, type DatedEvidence, type Probability, type PropositionTerms } from "./probability";
import { lastProbabilityDay, probabilitySeries, type ProbabilityDay } from "./probability-series";
import type { Outcome, Proposition } from "./types";

export interface PropositionStanding {
  baseRate: number;
  /** No reference class: the base rate of one half says only that. */
  noBaseRate: boolean;
  /** On the as-of day, or the last day before the proposition closed; null before it started. */
  now: (Probability & { day: string }) | null;
  series: ProbabilityDay[];
}

interface StandingInput {
  proposition: Pick<Proposition, "type" | "deadline" | "addedOn" | "referenceClass">;
  /** Null while open, or where the outcome lies after the as-of day. */
  outcome: Outcome | null;
  evidence: readonly DatedEvidence[];
  registeredOn: string;
  asOf: string;
}

/**
 * What a proposition's probability depends on besides evidence: it starts on the day of registration, or on the day it was
 * added. Source: method, section 7, ruling 38.
 *
 * @example termsOf({ proposition added on 2026-11-23, ... }).startsOn // "2026-11-23"
 */
export function termsOf({
  proposition,
  outcome,
  registeredOn,
}: Omit<StandingInput, "evidence" | "asOf">): PropositionTerms {
  const { type, deadline, addedOn, referenceClass } = proposition;
  return { type, deadline, startsOn: addedOn ?? registeredOn, referenceClass, outcomeOn: outcome?.on ?? null };
}

/**
 * How a proposition stands on the as-of day: its base rate, its probability with the evidence that makes it up, and the way
 * there. Source: method, section 7.
 *
 * @example "Putin visits in 2012" as of 2012-10-31 // base rate 0.5 (none), now: prior 0.2, very unlikely, six items
 */
export function propositionStanding(input: StandingInput): PropositionStanding {
  const { evidence, asOf, proposition } = input;
  const terms = termsOf(input);
  const day = lastProbabilityDay(terms, asOf);
  return {
    baseRate: baseRate(proposition.referenceClass),
    noBaseRate: (proposition.referenceClass?.n ?? 0) === 0,
    now: day < terms.startsOn ? null : { ...probabilityOn(terms, evidence, day), day },
    series: probabilitySeries(terms, evidence, asOf),
  };
}
