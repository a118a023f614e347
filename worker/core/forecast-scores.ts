/** Part (d) of the method: daily scores of forecasts against the base rate. */
import { dayNumber, dayOfInstant, dayOfNumber } from "./days";
import { firstDayOf } from "./months";
import { sum } from "./numbers";
import { clipped, evidenceOn, priorByDay, updated, type DatedEvidence, type PropositionTerms } from "./probability";
import type { Outcome } from "./types";

export interface Forecast {
  /** Epoch milliseconds, by the server's clock. */
  recordedAt: number;
  probability: number;
}

/** What a scored proposition is: only yes (1) and no (0) are (method, ruling 25). */
export interface Resolved extends Pick<PropositionTerms, "type" | "deadline" | "startsOn" | "referenceClass"> {
  outcome: 0 | 1;
  /** The day given as the outcome; null where none was. */
  outcomeOn: Outcome["on"];
}

export interface ForecastScore {
  daysScored: number;
  daysOpen: number;
  /** Means over the days scored; null where there is none. */
  brier: number | null;
  log: number | null;
  refBrier: number | null;
  refLog: number | null;
  /** 1 - Brier / reference Brier; null where the reference is 0. */
  skill: number | null;
  /** The forecast in force on the first day scored. */
  firstForecast: number | null;
}

/**
 * The day from which a proposition is closed. For no: the day after the deadline, even if the failure was plain earlier.
 * For yes: the day given as its outcome; for an *at* claim the deadline. Source: method, section 8, ruling 27.
 *
 * @example closeDay({ type: "by", deadline: "2012-12-31", outcome: 0, outcomeOn: "2012-09-27" }) // "2013-01-01"
 */
export function closeDay({
  type,
  deadline,
  outcome,
  outcomeOn,
}: Pick<Resolved, "type" | "deadline" | "outcome" | "outcomeOn">): string {
  if (outcome === 0) return dayOfNumber(dayNumber(deadline) + 1);
  return type === "at" || outcomeOn === null ? deadline : firstDayOf(outcomeOn);
}

/**
 * Logarithmic score of one day: -ln of the probability given to what happened, kept within 1 and 99 %.
 *
 * @example logScore(0.9, 0) // -ln 0.1 = 2.3026
 */
function logScore(probability: number, outcome: 0 | 1): number {
  const given = clipped(probability);
  return -Math.log(outcome === 1 ? given : 1 - given);
}

/**
 * Scores a probability that may change from day to day: Brier = mean of (p - o)^2, range 0 to 1, and log score, over the
 * days from the start to the day before the close on which there is one (`onDay`, by day number, else null); the
 * reference is the prior of the same days. Source: method, section 8.
 *
 * @example 0.8 throughout 109 days, then yes // Brier 0.04, log 0.2231
 */
export function scoreDaily(resolved: Resolved, onDay: (day: number) => number | null): ForecastScore {
  const { outcome } = resolved;
  const from = dayNumber(resolved.startsOn);
  const close = dayNumber(closeDay(resolved));
  const priorOn = priorByDay(resolved);
  const scored = { days: 0, brier: 0, log: 0, refBrier: 0, refLog: 0 };
  let firstForecast: number | null = null;
  for (let day = from; day < close; day += 1) {
    const probability = onDay(day);
    if (probability === null) continue;
    firstForecast ??= probability;
    const { prior } = priorOn(day);
    scored.days += 1;
    scored.brier += (probability - outcome) ** 2;
    scored.log += logScore(probability, outcome);
    scored.refBrier += (prior - outcome) ** 2;
    scored.refLog += logScore(prior, outcome);
  }
  const mean = (total: number): number | null => (scored.days === 0 ? null : total / scored.days);
  return {
    daysScored: scored.days,
    daysOpen: Math.max(0, close - from),
    brier: mean(scored.brier),
    log: mean(scored.log),
    refBrier: mean(scored.refBrier),
    refLog: mean(scored.refLog),
    skill: scored.refBrier === 0 ? null : 1 - scored.brier / scored.refBrier,
    firstForecast,
  };
}

/**
 * Scores a forecaster: each day uses the last forecast recorded on or before that day (by UTC), so that scoring starts with
 * the first one; what is recorded on the close date or later never counts. Source: method, section 8.
 *
 * @example 0.8 on 15 June, 0.1 on 28 September, no by 31 December 2012 // 200 of 200 days, Brier 0.341, log 0.895
 */
export function scoreForecasts(resolved: Resolved, forecasts: readonly Forecast[]): ForecastScore {
  const ordered = forecasts
    .toSorted((a, b) => a.recordedAt - b.recordedAt)
    .map(({ recordedAt, probability }) => ({ day: dayNumber(dayOfInstant(recordedAt)), probability }));
  let next = 0;
  let inForce: number | null = null;
  return scoreDaily(resolved, (day) => {
    for (let forecast = ordered[next]; forecast && forecast.day <= day; forecast = ordered[next]) {
      inForce = forecast.probability;
      next += 1;
    }
    return inForce;
  });
}

/**
 * Scores the probability of section 7 like any forecaster, day by day. Source: method, section 8.
 *
 * @example without evidence // the same as its reference, skill 0
 */
export function scoreModel(resolved: Resolved, items: readonly DatedEvidence[]): ForecastScore {
  const priorOn = priorByDay(resolved);
  const changes = new Set(items.map(({ date }) => dayNumber(firstDayOf(date))));
  let evidence: number | null = null;
  return scoreDaily(resolved, (day) => {
    if (evidence === null || changes.has(day)) {
      evidence = evidenceOn(resolved, items, dayOfNumber(day)).evidenceLogOdds;
    }
    return updated(priorOn(day).prior, evidence);
  });
}

export interface MeanScore {
  resolved: number;
  meanBrier: number | null;
  meanLog: number | null;
  skill: number | null;
}

/** Below this many resolved propositions nobody is ranked and the article has no mean. */
export const NEEDED_TO_RANK = 5;

/**
 * A forecaster's mean over propositions, each counted once, whatever its days; those without a scored day are left out.
 * Skill is 1 - mean Brier / mean reference Brier. Source: method, section 8, ruling 20.
 *
 * @example Brier 0.341 and 0.04, reference 0.099 and 0.372 // mean 0.1905, skill 1 - 0.381 / 0.471 = 0.191
 */
export function meanScore(scores: readonly Pick<ForecastScore, "brier" | "log" | "refBrier">[]): MeanScore {
  const scored = scores.filter(({ brier }) => brier !== null);
  const total = (name: "brier" | "log" | "refBrier"): number => sum(scored.map((score) => score[name] ?? 0));
  const [count, brier, reference] = [scored.length, total("brier"), total("refBrier")];
  return {
    resolved: count,
    meanBrier: count === 0 ? null : brier / count,
    meanLog: count === 0 ? null : total("log") / count,
    skill: reference === 0 ? null : 1 - brier / reference,
  };
}
