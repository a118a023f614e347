import { lastMonthOver, monthOf, monthRange } from "../core/months";
import { monthVerdicts } from "../core/verdict";
import { inputsUntil, verdictInputs, type VerdictInputs } from "../core/verdict-inputs";
import type { MonthVerdict } from "../core/verdict-types";
import type { Database } from "../store/database";
import { inputHashes } from "../store/verdict-hashes";
import { loadWords, storeVerdicts } from "../store/verdicts";
import { loadVerdictBase } from "../store/view-source";
import { requireScenario } from "./context";

/**
 * Computes month-end verdicts whose inputs changed, the newest first, at most `limit` of them. Returns how many are still
 * pending. Safe to repeat and to run at once with writes: a verdict is stored with the hash of the inputs it came from.
 */
export async function catchUpVerdicts(db: Database, slug: string, today: string, limit: number): Promise<number> {
  const { registration } = await requireScenario(db, slug);
  if (today < registration.registeredOn) return 0;
  const { cells, attestations, states } = await loadVerdictBase(db, slug);
  const completeTo = lastMonthOver(today);
  const inputs = verdictInputs({ registration, completeTo, cells, attestations, states });
  const hashes = await inputHashes(inputs);
  const stored = new Map((await loadWords(db, slug)).map((word) => [word.month, word.inputs]));
  const pending = monthRange(monthOf(registration.registeredOn), completeTo)
    .filter((month) => stored.get(month) !== hashes.get(month))
    .toReversed();
  const now = pending.slice(0, limit);
  if (now.length > 0) await storeVerdicts(db, slug, hashes, compute(inputs, now));
  return pending.length - now.length;
}

/** In one sweep from the oldest of the months to the newest. */
function compute(inputs: VerdictInputs, newestFirst: string[]): MonthVerdict[] {
  const [newest = "", oldest = newest] = [newestFirst[0], newestFirst.at(-1)];
  const wanted = new Set(newestFirst);
  return monthVerdicts(inputsUntil(inputs, newest), oldest).filter(({ windowTo }) => wanted.has(windowTo));
}
