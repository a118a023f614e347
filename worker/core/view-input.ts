import type { ContributionCandidate } from "./contributions";
import type {
  Attestation,
  Evidence,
  LoggedEvent,
  Month,
  MonthCell,
  Outcome,
  Proposition,
  Registration,
  StateChange,
  ValidDate,
  YearCodeCount,
} from "./types";
import type { MonthVerdict, VerdictWord } from "./verdict-types";
import type { ScenarioView, ViewNote } from "./view-types";

/** A view lists this many of the latest events, and this many dated amounts. */
export const LISTED_EVENTS = 20;
export const LISTED_AMOUNTS = 200;

/**
 * All that a view is made of. The store reads it from the rollup (constant cost), `viewInputFromEvents` derives it from
 * a whole log; both end in the same `assembleView`.
 */
export interface ViewInput {
  registration: Registration;
  revision: number;
  generator: string;
  /** `YYYY-MM-DD`: the last valid date that counts. */
  asOf: string;
  asOfReason: ScenarioView["asOfReason"];
  /** The last complete month: reached by the as-of day, and over when the view was made (`lastCompleteMonth`). */
  completeTo: Month;
  /** Cells of months up to the as-of month; those of the as-of month hold events dated up to the as-of day only. */
  cells: readonly MonthCell[];
  /** Codebook entries logged by year; the as-of year holds events dated up to the as-of day only. */
  codeCounts: readonly YearCodeCount[];
  /** All changes of state indicators dated up to the as-of day. */
  states: readonly StateChange[];
  attestations: readonly Attestation[];
  /** Events dated up to the as-of day that hold at least the 50 largest contributions (`largest-contributions.ts`). */
  candidates: readonly ContributionCandidate[];
  /** At least the three largest events of each month that `movesOf` marks, dated up to the as-of day, in any order. */
  moving: readonly LoggedEvent[];
  /** The newest 20 rows dated up to the as-of day, states included, in any order. */
  latest: readonly (LoggedEvent & { recordedAt?: number })[];
  /** The newest 200 rows with an amount dated up to the as-of day, in any order. */
  amounts: readonly LoggedEvent[];
  propositions: readonly InputProposition[];
  /** Verdicts of month-ends up to the last complete month; what is missing is still to be computed. */
  monthVerdicts: MonthVerdicts;
  said: ScenarioView["said"];
  review: ScenarioView["review"];
  /** Notes of months up to the as-of month, at least the newest, in any order. */
  notes: readonly ViewNote[];
  /** Events of event indicators dated after the as-of day. */
  scheduled: number;
  /** The newest valid date up to the as-of day, states included. */
  lastEventDate: ValidDate | null;
}

/** A claim with its outcome and what the log holds for and against it. */
export type InputProposition = Proposition & { outcome: Outcome | null; evidence: readonly InputEvidence[] };

/** Evidence with its event, which counts in its current version. */
export type InputEvidence = Evidence & Pick<LoggedEvent, "title" | "date" | "weight100">;

export interface MonthVerdicts {
  published: Readonly<Record<Month, VerdictWord>>;
  /** Whole verdicts, at least those of the month-ends that the horizons carry. */
  whole: readonly MonthVerdict[];
  /** Only while some are still to be computed: what was settled last. */
  earlier?: EarlierVerdicts | undefined;
}

/** The verdicts of one earlier revision, which stand while month-ends are being recalculated. */
export interface EarlierVerdicts extends Pick<MonthVerdicts, "published" | "whole"> {
  /** The revision from which on they are; null where none is done yet: then from the view's own. */
  since: number | null;
  /** As in `Settling`. */
  revision: number | null;
}

/** Newest first: by date as text, so that a date known to the month follows the days of its month, then by reference. */
export function newestFirst(a: Pick<LoggedEvent, "date" | "ref">, b: Pick<LoggedEvent, "date" | "ref">): number {
  if (a.date !== b.date) return a.date > b.date ? -1 : 1;
  return a.ref > b.ref ? -1 : Number(a.ref < b.ref);
}
