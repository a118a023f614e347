/** What is said of a month-end, as it is recorded once the month is over. */
import { lastDayOf } from "./months";
import { round10 } from "./numbers";
import { cellsOf } from "./rollup";
import type { Month } from "./types";
import { monthVerdict } from "./verdict";
import { verdictInputs } from "./verdict-inputs";
import { loggedUpTo, type LoggedScenario } from "./view-from-events";
import type { SaidMonth } from "./view-types";

/** What a record of a month-end says: by the records of which revision, the word published for it, and the index. */
export type Said = Pick<SaidMonth, "revision" | "published" | "index">;

/** What the ledger says of a record that was wrong; after it none stands where the month was not over. */
export interface SaidCorrection {
  month: Month;
  before: Said;
  after: Said | null;
}

/** A record that was made before its month was over, or that names another revision than the last one before its end. */
export interface WrongRecord extends Said {
  /** Slug. */
  scenario: string;
  month: Month;
  /** Epoch milliseconds; null where that was not noted yet. */
  recordedAt: number | null;
  /** The revision that it should name; null where the month is not over, and none should stand yet. */
  right: number | null;
}

/** Records of before are compared with what is worked out again: sums in another order differ by less. */
const SAME_INDEX = 1e-6;

/**
 * What a log says of a month-end: the word published for that month and the index of its last day. Null where the scenario
 * was not registered by then. Source: method, sections 8 and 11.
 *
 * @example saidOf(shipped log, "2025-11") // { published: "stalled", index: 13.4842987321 }
 */
export function saidOf(
  { registration, events, attestations }: Pick<LoggedScenario, "registration" | "events" | "attestations">,
  month: Month,
): Omit<Said, "revision"> | null {
  const asOf = lastDayOf(month);
  if (asOf < registration.registeredOn) return null;
  const { counted, states } = loggedUpTo(events, registration, asOf);
  const cells = cellsOf(counted);
  const verdict = monthVerdict(verdictInputs({ registration, completeTo: month, cells, states, attestations }));
  return { published: verdict.published, index: round10(verdict.indexNow) };
}

/**
 * Whether two records of a month-end say the same.
 *
 * @example isSameSaid({ revision: 3, published: "stalled", index: 1 }, { revision: 4, published: "stalled", index: 1 }) // false
 */
export function isSameSaid(a: Said, b: Said): boolean {
  return a.revision === b.revision && a.published === b.published && Math.abs(a.index - b.index) <= SAME_INDEX;
}
