import type { Registration } from "../core/types";
import { monthVerdicts } from "../core/verdict";
import { verdictInputs } from "../core/verdict-inputs";
import type { Database } from "../store/database";
import { canonical } from "../store/hash";
import { inputHashes } from "../store/verdict-hashes";
import { unpackVerdict } from "../store/verdict-json";
import { loadVerdictRows } from "../store/verdicts";
import { loadViewBase } from "../store/view-source";

/** Stored month-end verdicts that do not follow from the inputs they are filed under; those of older inputs are not used. */
export async function checkVerdicts(db: Database, registration: Registration): Promise<string[]> {
  const { settled, settling } = await loadVerdictRows(db, registration.slug);
  const stored = [...settled, ...settling];
  const completeTo = stored
    .map(({ month }) => month)
    .toSorted()
    .at(-1);
  if (completeTo === undefined) return [];
  const base = await loadViewBase(db, registration.slug);
  const inputs = verdictInputs({ ...base, registration, completeTo });
  const hashes = await inputHashes(inputs);
  const expected = new Map(monthVerdicts(inputs).map((verdict) => [verdict.windowTo, verdict]));
  const wrong = stored.filter(({ month, inputs: hash, published, verdict }) => {
    const wanted = expected.get(month);
    if (hash !== hashes.get(month) || !wanted) return false;
    return published !== wanted.published || canonical(unpackVerdict(verdict)) !== canonical(wanted);
  });
  return wrong.map(({ month }) => `The stored verdict of ${month} does not follow from the log.`);
}
