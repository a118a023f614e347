import type { Database } from "../store/database";
import { emptyFold, foldEntry } from "../store/fold";
import { ledgerPages } from "../store/history";
import { rebuildProjections } from "../store/projections";
import { listScenarios } from "../store/scenarios";

/** Writes all projections anew from the ledgers. Returns how many events each scenario has. */
export async function rebuildAll(db: Database): Promise<{ scenario: string; events: number }[]> {
  const done: { scenario: string; events: number }[] = [];
  for (const { slug } of await listScenarios(db)) {
    const state = emptyFold();
    for await (const { commit, entries } of ledgerPages(db, slug)) {
      for (const entry of entries) foldEntry(state, entry, commit);
    }
    await rebuildProjections(db, slug, state);
    done.push({ scenario: slug, events: state.events.size });
  }
  return done;
}
