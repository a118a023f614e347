import { DomainError } from "./errors";
import type { Credibility, Indicator, Registration, Reliability } from "./types";

type Weights = Pick<Registration, "credibilityWeights" | "reliabilityWeights">;

/**
 * The weight of an Admiralty grade: the probability, in hundredths, that the report is true. The number rates the
 * item and decides; the letter only stands in where the item cannot be judged (credibility 6). Multiplying both would
 * count one judgement twice. Source: method, section 2 "Weight", ruling 24.
 *
 * @example weight100(registration, "B", 2) // 75; weight100(registration, "C", 6) // 50
 */
export function weight100(weights: Weights, reliability: Reliability, credibility: Credibility): number {
  const weight =
    credibility === 6 ? weights.reliabilityWeights[reliability] : weights.credibilityWeights[`${credibility}`];
  return Math.round(weight * 100);
}

/**
 * The score of an event in tenths: the codebook's, unless the analyst overrode it. A row of a state indicator scores 0,
 * for its points come from the days that the state holds. Throws `invalid` for a code that the codebook lacks.
 * Source: method, section 2 "Scores".
 *
 * @example effectiveScore10(visits, "minister_visit_held", null) // 28
 */
export function effectiveScore10(indicator: Indicator, code: string | null, override10: number | null): number {
  if (indicator.kind === "state") return 0;
  const entry = indicator.codebook.find(({ key }) => key === code);
  if (!entry) {
    throw new DomainError("invalid", `Choose one of the codes of ${indicator.label}; "${code}" is not one.`, "code");
  }
  return override10 ?? Math.round(entry.score * 10) + 0;
}
