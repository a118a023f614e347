/** The assumptions that can be tried; apart from what works them out, so that a page can name them before it loads that. */
import type { Registration } from "./types";

export interface Assumptions {
  /** 1 to 24. */
  halfLifeMonths: number;
  /** The relevance of all drivers: 0, as registered, or 1. */
  drivers: "off" | "registered" | "full";
  /** D, points a month. */
  materialRise: number;
  /** Months by which the window, and the baseline with it, starts later than registered; -3 to 3. */
  startShift: number;
  /** The key of an indicator left out. */
  withoutIndicator: string | null;
  /** The site of a source left out, as `siteOf` names it. */
  withoutSource: string | null;
  /** All reports are believed alike: every weight is 1. */
  weightsOff: boolean;
  /** Only events of a source graded A or B and a credibility of 1 or 2. */
  bestGradesOnly: boolean;
  /** Attestations inferred when a file was made do not count. */
  inferredOff: boolean;
  /** Months that nobody looked at count as quiet. */
  unlookedAsZero: boolean;
}

/**
 * The registered assumptions: those that change nothing.
 *
 * @example baseAssumptions({ halfLifeMonths: 6, materialRise: 3 }).drivers // "registered"
 */
export function baseAssumptions(
  registered: Pick<Registration, "halfLifeMonths" | "materialRise">,
): Readonly<Assumptions> {
  return {
    halfLifeMonths: registered.halfLifeMonths,
    drivers: "registered",
    materialRise: registered.materialRise,
    startShift: 0,
    withoutIndicator: null,
    withoutSource: null,
    weightsOff: false,
    bestGradesOnly: false,
    inferredOff: false,
    unlookedAsZero: false,
  };
}
