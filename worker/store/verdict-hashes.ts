import type { Month } from "../core/types";
import type { VerdictInputs, VerdictMonth } from "../core/verdict-inputs";
import { canonical, sha256 } from "./hash";

/** Part of every hash: to be raised when the method itself changes, so that every stored verdict is computed again. */
const METHOD = 1;

/**
 * A month as RFC 8785 writes it, at a tenth of the cost: its members are put in their order here, so that the platform's
 * own writer gives the canonical bytes. They are those of before, so that no stored verdict is computed again.
 */
function inOrder({ month, covered, cells, states }: VerdictMonth): unknown {
  return {
    cells: cells.map(({ indicator, n, nScored, sumAbs, sumS, sumW, sumWAbs, sumWS, sumWSign }) => {
      return { indicator, n, nScored, sumAbs, sumS, sumW, sumWAbs, sumWS, sumWSign };
    }),
    covered,
    month,
    states: states.map(({ held, indicator }) => {
      return { held: held.map(({ days, state }) => ({ days, state })), indicator };
    }),
  };
}

/** The hash of each month-end's inputs: a chain, so that a change in one month changes it and all later ones. */
export async function inputHashes({ settings, months }: VerdictInputs): Promise<Map<Month, string>> {
  const hashes = new Map<Month, string>();
  let hash = await sha256(canonical({ METHOD, settings }));
  for (const month of months) {
    hash = await sha256(JSON.stringify([hash, inOrder(month)]));
    hashes.set(month.month, hash);
  }
  return hashes;
}
