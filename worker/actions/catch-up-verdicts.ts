import { coveredMonths } from "../core/coverage";
import { DomainError } from "../core/errors";
import { lastCompleteMonth, lastMonthOver, monthOf, monthRange, monthsBetween } from "../core/months";
import type { Month } from "../core/types";
import { monthVerdicts } from "../core/verdict";
import { inputsUntil, verdictInputs, type VerdictInputs } from "../core/verdict-inputs";
import type { MonthVerdict } from "../core/verdict-types";
import type { Progress } from "../core/settling";
import { isOutdated, type Database } from "../store/database";
import { inputHashes } from "../store/verdict-hashes";
import { loadWords, settleVerdicts, storeBlock, type StoredWords } from "../store/verdicts";
import { loadVerdictBase } from "../store/view-source";
import { requireScenario } from "./context";
import { asOfFor, type ViewQuestion } from "./get-view";

/** How often the log may grow while it is read before the person is asked to try again. */
const ATTEMPTS = 5;

export type CatchUp = Pick<ViewQuestion, "slug" | "asOf" | "today">;

/** What is done of the month-ends that a page of the day asked for shows, or of the day at which it opens by itself. */
export interface CaughtUp extends Progress {
  /** Month-ends still to be computed, of all that there are. */
  left: number;
  /** Month-ends that this call computed. */
  computed: number;
}

/**
 * Computes month-end verdicts whose inputs changed: a block of at most `limit` month-ends in a row, the newest shown first.
 * Blocks stand beside the settled verdicts until none is left to be computed. Safe to repeat and to run at once with writes:
 * a verdict is stored with the hash of the inputs it came from.
 */
export async function catchUpVerdicts(db: Database, asked: CatchUp, limit: number): Promise<CaughtUp> {
  for (let left = ATTEMPTS; left > 0; left -= 1) {
    try {
      return await catchUp(db, asked, limit);
    } catch (error) {
      if (!isOutdated(error)) throw error;
    }
  }
  throw new DomainError("revision-taken", "Events are being saved at this moment. Try again.");
}

async function catchUp(db: Database, asked: CatchUp, limit: number): Promise<CaughtUp> {
  const { slug, today } = asked;
  const { registration, head } = await requireScenario(db, slug);
  const { revision } = head;
  if (today < registration.registeredOn) return { since: revision, settled: 0, months: 0, left: 0, computed: 0 };
  const [{ cells, attestations, states }, words] = await Promise.all([loadVerdictBase(db, slug), loadWords(db, slug)]);
  const { asOf } = asOfFor(asked, registration, coveredMonths(cells, attestations, monthOf(today)));
  const shownTo = lastCompleteMonth(asOf, today);
  const completeTo = lastMonthOver(today);
  const inputs = verdictInputs({ registration, completeTo, cells, attestations, states });
  const hashes = await inputHashes(inputs);
  const known = currentOf(words, hashes);
  const monthEnds = monthRange(monthOf(registration.registeredOn), completeTo);
  const pending = monthEnds.filter((month) => !known.has(month));
  const months = blockOf(pending, shownTo, limit);
  const block = { hashes, verdicts: compute(inputs, months), revision };
  const since = words.settling.map((word) => word.since).toSorted((a, b) => a - b)[0] ?? revision;
  const left = pending.length - months.length;
  if (left > 0 && months.length > 0) await storeBlock(db, slug, block, since);
  else if (left === 0 && limit > 0 && (months.length > 0 || words.settling.length > 0)) {
    const kept = words.settling.length > 0 ? words.settling.filter(({ month }) => known.get(month) === "kept") : null;
    await settleVerdicts(db, slug, block, kept && kept.map(({ month }) => month));
  }
  const shown = monthEnds.filter((month) => month <= shownTo);
  const done = shown.filter((month) => known.has(month) || months.includes(month));
  return { since, settled: done.length, months: shown.length, left, computed: months.length };
}

/** The month-ends that are stored as their inputs are now, and whether only a block holds them. */
function currentOf({ settled, settling }: StoredWords, hashes: ReadonlyMap<Month, string>) {
  const current = ({ month, inputs }: { month: Month; inputs: string }): boolean => hashes.get(month) === inputs;
  return new Map([
    ...settling.filter(current).map(({ month }) => [month, "kept"] as const),
    ...settled.filter(current).map(({ month }) => [month, "settled"] as const),
  ]);
}

/** Month-ends in a row, for one sweep pays for all between its first and its last; of those shown the newest first. */
function blockOf(pending: readonly Month[], shownTo: Month, limit: number): Month[] {
  const [oldest, newest] = [pending[0], pending.at(-1)];
  if (oldest === undefined || newest === undefined) return [];
  if (monthsBetween(oldest, newest) < limit) return [...pending];
  const first = pending.findLast((month) => month <= shownTo) ?? newest;
  return pending.filter((month) => month <= first && monthsBetween(month, first) < limit);
}

/** In one sweep from the oldest of the months to the newest. */
function compute(inputs: VerdictInputs, months: readonly Month[]): MonthVerdict[] {
  const [oldest, newest] = [months[0], months.at(-1)];
  if (oldest === undefined || newest === undefined) return [];
  const wanted = new Set(months);
  return monthVerdicts(inputsUntil(inputs, newest), oldest).filter(({ windowTo }) => wanted.has(windowTo));
}
