/** Analysts as forecasters: scores claim by claim, means from five settled claims, calibration from twenty pairs. */
import { calibrationOf, NEEDED_PAIRS, type CalibrationRow } from "./calibration";
import {
  meanScore,
  NEEDED_TO_RANK,
  scoreForecasts,
  scoreModel,
  type Forecast,
  type ForecastScore,
  type MeanScore,
  type Resolved,
} from "./forecast-scores";
import { termsOf } from "./proposition-standing";
import { rounded } from "./rounded";
import type { InputProposition } from "./view-input";

export interface AnalystForecast extends Forecast {
  analyst: string;
  proposition: string;
}

/** What a settled claim is scored on; null while it is open, and for those that came true in part or are void. */
function resolvedOf(claim: InputProposition, registeredOn: string): Resolved | null {
  const { outcome } = claim;
  if (outcome?.result !== "yes" && outcome?.result !== "no") return null;
  const terms = termsOf({ proposition: claim, outcome, registeredOn });
  return { ...terms, outcome: outcome.result === "yes" ? 1 : 0, outcomeOn: outcome.on };
}

/**
 * The scores of all who forecast one claim, and of the probability of section 7, which is scored like anyone; none while the
 * claim is open. Source: method, section 8, rulings 25 and 27.
 *
 * @example 0.8 on 15 June, 0.1 on 28 September, no by 31 December 2012 // Brier 0.341 beside the base rate's 0.099
 */
export function claimScores(
  claim: InputProposition,
  forecasts: readonly AnalystForecast[],
  registeredOn: string,
): { analysts: (ForecastScore & { analyst: string })[]; model: ForecastScore | null } {
  const resolved = resolvedOf(claim, registeredOn);
  if (!resolved) return { analysts: [], model: null };
  const byAnalyst = Map.groupBy(forecasts, ({ analyst }) => analyst);
  const items = claim.evidence.map((item) => ({ ...item, ref: item.event }));
  return rounded({
    analysts: [...byAnalyst].map(([analyst, own]) => ({ analyst, ...scoreForecasts(resolved, own) })),
    model: scoreModel(resolved, items),
  });
}

export interface ForecasterStanding {
  analyst: string;
  /** Settled claims with a scored day. */
  resolved: number;
  /** Null below five of them: no ranking. */
  mean: MeanScore | null;
  /** Null below twenty pairs of first forecast and outcome. */
  calibration: CalibrationRow[] | null;
}

/**
 * How each analyst stands over all settled claims, each claim counted once. Source: method, section 8, ruling 20.
 *
 * @example an analyst with four settled claims // { resolved: 4, mean: null, calibration: null }
 */
export function forecasters(
  claims: readonly InputProposition[],
  forecasts: readonly AnalystForecast[],
  registeredOn: string,
): ForecasterStanding[] {
  const scored = claims.flatMap((claim) => {
    const own = forecasts.filter(({ proposition }) => proposition === claim.id);
    const { analysts } = claimScores(claim, own, registeredOn);
    const outcome = claim.outcome?.result === "yes" ? (1 as const) : (0 as const);
    return analysts.filter(({ brier }) => brier !== null).map((score) => ({ ...score, outcome }));
  });
  return [...Map.groupBy(scored, ({ analyst }) => analyst)].map(([analyst, own]) => {
    const pairs = own.flatMap(({ firstForecast, outcome }) =>
      firstForecast === null ? [] : [{ probability: firstForecast, outcome }],
    );
    return rounded({
      analyst,
      resolved: own.length,
      mean: own.length < NEEDED_TO_RANK ? null : meanScore(own),
      calibration: pairs.length < NEEDED_PAIRS ? null : calibrationOf(pairs),
    });
  });
}
