/** The verdicts of a view's horizons, from the verdicts of month-ends. */
import { testedMonths } from "./coverage";
import { headlineHorizon, isFinal } from "./horizons";
import { monthOf, monthRange } from "./months";
import { shownWord } from "./readings";
import type { Horizon, Month, Registration } from "./types";
import type { HorizonVerdict, MonthVerdict, VerdictWord } from "./verdict-types";

export interface HorizonSource {
  registration: Pick<Registration, "registeredOn" | "horizons">;
  asOf: string;
  /** The last complete month. */
  completeTo: Month;
  /** The verdict of a month-end, or null while it is still to be computed. */
  verdictOf: (month: Month) => MonthVerdict | null;
  /** Published words by month-end from the month of registration on; what is missing is still to be computed. */
  published: Readonly<Record<Month, VerdictWord>>;
  /** The months that were looked at; some may lie outside the windows. */
  covered: Iterable<Month>;
}

/**
 * The month-end whose verdict a horizon carries: its own month, or the last complete month if that is earlier.
 * Source: method, ruling 1.
 *
 * @example horizonMonth({ until: "2013-06" }, "2012-10") // "2012-10"
 */
export function horizonMonth({ until }: Pick<Horizon, "until">, completeTo: Month): Month {
  return until !== null && until < completeTo ? until : completeTo;
}

/**
 * One verdict a horizon, in the scenario's order; none before the day of registration, and none for a horizon whose
 * month-end is still to be computed. A horizon is final once its month is complete: then the published word of that month
 * is shown; before, the word of the three-month rule. Source: method, section 5, rulings 1 to 4.
 *
 * @example as of 2014-12-31, published "not enough evidence" in November and December 2014 after twelve months "stalled"
 * // five-year: { final: false, published: "not enough evidence", shown: "stalled" }
 */
export function horizonVerdicts({
  registration,
  asOf,
  completeTo,
  verdictOf,
  published,
  covered,
}: HorizonSource): HorizonVerdict[] {
  const { registeredOn, horizons } = registration;
  if (asOf < registeredOn) return [];
  return horizons.flatMap((horizon): HorizonVerdict[] => {
    const month = horizonMonth(horizon, completeTo);
    const verdict = verdictOf(month);
    if (!verdict) return [];
    const words = monthRange(monthOf(registeredOn), month).map((at) => published[at] ?? null);
    const shownByWalkBack = shownWord(words);
    const final = isFinal(horizon, completeTo);
    const shown = final ? verdict.published : shownByWalkBack;
    return [{ key: horizon.key, final, ...verdict, ...testedMonths(verdict, covered), shown, shownByWalkBack }];
  });
}

/**
 * The verdict that leads the page, of the nearest horizon that is not final; undefined before registration.
 * Source: method, ruling 4.
 *
 * @example headlineOf(verdicts, horizons, "2025-12")?.key // "to-date"
 */
export function headlineOf(
  verdicts: readonly HorizonVerdict[],
  horizons: readonly Horizon[],
  completeTo: Month,
): HorizonVerdict | undefined {
  const key = headlineHorizon(horizons, completeTo);
  return verdicts.find((verdict) => verdict.key === key);
}
