import type { ContributionCandidate } from "./contributions";
import type {
  Attestation,
  CodeCount,
  LoggedEvent,
  MonthCell,
  Outcome,
  Proposition,
  Registration,
  StateChange,
  ValidDate,
} from "./types";
import type { ScenarioView } from "./view-types";

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
  /** Cells of months up to the as-of month; those of the as-of month hold events dated up to the as-of day only. */
  cells: readonly MonthCell[];
  /** Codebook entries logged, with the same limit. */
  codeCounts: readonly CodeCount[];
  /** All changes of state indicators dated up to the as-of day. */
  states: readonly StateChange[];
  attestations: readonly Attestation[];
  /** Events dated up to the as-of day that hold at least the 50 largest contributions (`largest-contributions.ts`). */
  candidates: readonly ContributionCandidate[];
  /** The newest 20 rows dated up to the as-of day, states included, in any order. */
  latest: readonly LoggedEvent[];
  /** The newest 200 rows with an amount dated up to the as-of day, in any order. */
  amounts: readonly LoggedEvent[];
  propositions: readonly (Proposition & { outcome: Outcome | null })[];
  /** Events of event indicators dated after the as-of day. */
  scheduled: number;
  /** The newest valid date up to the as-of day, states included. */
  lastEventDate: ValidDate | null;
}

/** Newest first: by date as text, so that a date known to the month follows the days of its month, then by reference. */
export function newestFirst(a: Pick<LoggedEvent, "date" | "ref">, b: Pick<LoggedEvent, "date" | "ref">): number {
  if (a.date !== b.date) return a.date > b.date ? -1 : 1;
  return a.ref > b.ref ? -1 : Number(a.ref < b.ref);
}
