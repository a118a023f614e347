import { isOutdated, type Database } from "../store/database";
import { emptyFold, foldEntry } from "../store/fold";
import { ledgerPages } from "../store/history";
import { rebuildProjections } from "../store/projections";
import { listScenarios } from "../store/scenarios";
import { catchUpVerdicts } from "./catch-up-verdicts";

/** How often the ledger may grow while it is being read before giving up. */
const ATTEMPTS = 10;

/** Writes all projections anew from the ledgers, and at most so many verdicts of each. Returns how many events each scenario has. */
export async function rebuildAll(
  db: Database,
  today: string,
  verdicts = Infinity,
): Promise<{ scenario: string; events: number }[]> {
  const done: { scenario: string; events: number }[] = [];
  for (const { slug } of await listScenarios(db)) {
    done.push({ scenario: slug, events: await rebuild(db, slug) });
    await catchUpVerdicts(db, { slug, today }, verdicts);
  }
  return done;
}

/** While people write, the ledger may grow after it was folded; then nothing is written and it is folded again. */
async function rebuild(db: Database, slug: string): Promise<number> {
  for (let left = ATTEMPTS; left > 0; left -= 1) {
    const state = emptyFold();
    let revision = 0;
    for await (const { commit, entries } of ledgerPages(db, slug)) {
      for (const entry of entries) foldEntry(state, entry, commit);
      ({ revision } = commit);
    }
    try {
      await rebuildProjections(db, slug, state, revision);
      return state.events.size;
    } catch (error) {
      if (!isOutdated(error)) throw error;
    }
  }
  throw new Error(`The ledger of ${slug} grew all the time. Nothing was rebuilt: try again.`);
}
