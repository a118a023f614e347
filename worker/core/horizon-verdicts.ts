/** The verdicts of a view's horizons, from the verdicts of month-ends. */
import { testedMonths } from "./coverage";
import { headlineHorizon, isFinal } from "./horizons";
import { addMonths, monthOf, monthRange } from "./months";
import { shownWord } from "./readings";
import type { Horizon, Month, Registration } from "./types";
import type { HorizonVerdict, MonthVerdict, TestedMonths, VerdictWord } from "./verdict-types";
import type { EarlierVerdicts } from "./view-input";

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
 * One verdict a horizon while month-ends are being recalculated: of the newest records where all that it takes is done, else
 * the one that was settled last, marked with its revision.
 *
 * @example to-date of December 2025 not yet computed, settled last by revision 56 // [{ key: "to-date", ofRevision: 56, ... }]
 */
export function standingVerdicts(source: HorizonSource, earlier: EarlierVerdicts | undefined): HorizonVerdict[] {
  const current = horizonVerdicts(source);
  const completeTo = Object.keys(earlier?.published ?? {})
    .toSorted()
    .at(-1);
  if (!earlier || completeTo === undefined) return current;
  const verdictOf = (month: Month) => earlier.whole.find(({ windowTo }) => windowTo === month) ?? null;
  const before = horizonVerdicts({ ...source, completeTo, verdictOf, published: earlier.published });
  return source.registration.horizons.flatMap(({ key }) => {
    const now = current.find((verdict) => verdict.key === key);
    const then = before.find((verdict) => verdict.key === key);
    if (!then || (now && now.shown !== null)) return now ?? [];
    return { ...then, ...testedThen(then), ofRevision: earlier.revision ?? 0 };
  });
}

/**
 * The months that a test was of when it was made: its span says so, also where a month before them was looked at since.
 *
 * @example testedThen({ testedFrom: "2011-05", testedTo: "2013-04", spanMonths: 22 }) // testedFrom "2011-06"
 */
export function testedThen({
  testedFrom,
  testedTo,
  spanMonths,
}: TestedMonths & Pick<MonthVerdict, "spanMonths">): TestedMonths {
  const whole = spanMonths === null || testedTo === null;
  return { testedFrom: whole ? testedFrom : addMonths(testedTo, -spanMonths), testedTo };
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
