import type { Month } from "../core/types";
import type { VerdictInputs } from "../core/verdict-inputs";
import { canonical, sha256 } from "./hash";

/** Part of every hash: to be raised when the method itself changes, so that every stored verdict is computed again. */
const METHOD = 1;

/** The hash of each month-end's inputs: a chain, so that a change in one month changes it and all later ones. */
export async function inputHashes({ settings, months }: VerdictInputs): Promise<Map<Month, string>> {
  const hashes = new Map<Month, string>();
  let hash = await sha256(canonical({ METHOD, settings }));
  for (const month of months) {
    hash = await sha256(canonical([hash, month]));
    hashes.set(month.month, hash);
  }
  return hashes;
}
