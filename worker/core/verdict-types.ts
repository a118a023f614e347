/** The verdict as a view carries it. Names are those of the expected results; null where there is no test. */
import type { Month } from "./types";

export const VERDICT_WORDS = ["holding", "weakening", "stalled", "failing", "not enough evidence"] as const;
export type VerdictWord = (typeof VERDICT_WORDS)[number];

/** Why a reading is what it is: the rule that decided (method, section 5, ruling 18a). */
export const READING_REASONS = [
  "months",
  "events",
  "indicators",
  "sparse",
  "up",
  "up-but-below-registration",
  "down",
  "material-rise-ruled-out",
  "undecided",
] as const;
export type ReadingReason = (typeof READING_REASONS)[number];

export interface Reading {
  reading: VerdictWord;
  reason: ReadingReason;
}

/** One check of section 6: the reading under one changed assumption. */
export interface VariantReading extends Reading {
  /** base, half-life-3, half-life-12, weights-off, drivers-off, drivers-full, count-neutral, signs-only, without:KEY. */
  variant: string;
  /** D in the unit of this check. */
  materialRise: number;
  events: number;
  S: number | null;
  p: number | null;
  rise: number | null;
  riseLow: number | null;
  riseHigh: number | null;
  /** Index at the end of the window minus index at registration. */
  indexChange: number;
}

/** What the published word rests on: how many checks read the same as the base, the base included. */
export interface Agreement {
  agree: number;
  of: number;
  /** The base reading, unless that is *not enough evidence*. */
  leans: VerdictWord | null;
  published: VerdictWord;
}

/** The verdict of one month-end: everything that does not depend on which horizon asks. */
export interface MonthVerdict extends Reading, Agreement {
  windowFrom: Month;
  windowTo: Month;
  monthsInWindow: number;
  covered: number;
  zeroMonths: number;
  events: number;
  indicators: number;
  n: number;
  S: number | null;
  varS: number | null;
  r1: number | null;
  rho: number | null;
  inflation: number | null;
  z: number | null;
  p: number | null;
  slope: number | null;
  intercept: number | null;
  low: number | null;
  high: number | null;
  spanMonths: number | null;
  rise: number | null;
  riseLow: number | null;
  riseHigh: number | null;
  materialRise: number;
  indexNow: number;
  indexAtRegistration: number;
  variants: VariantReading[];
}

/** The first and the last month of a window that were looked at: what its test says is said of the time between them. */
export interface TestedMonths {
  /** Null where none was looked at. */
  testedFrom: Month | null;
  testedTo: Month | null;
}

/** The verdict of a horizon. */
export interface HorizonVerdict extends MonthVerdict, TestedMonths {
  key: string;
  /** The horizon's month is over on the as-of day. */
  final: boolean;
  /** Published at its end, if final; else by the three-month rule. Null while month-ends are pending. */
  shown: VerdictWord | null;
  shownByWalkBack: VerdictWord | null;
  /** Only of a verdict that stands while its month-end is being recalculated: the revision that it is of, 0 if not noted. */
  ofRevision?: number;
}
