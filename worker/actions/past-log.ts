import type { LoggedScenario } from "../core/view-from-events";
import type { Database } from "../store/database";
import { emptyFold, foldEntry, type Folded } from "../store/fold";
import { ledgerPages } from "../store/history";
import { viewNote } from "../store/notes";
import { withEvents } from "../store/statements";

/** A scenario's whole log as it stood at a revision, read from the ledger: the O(entries) path. */
export async function logAtRevision(
  db: Database,
  slug: string,
  revision: number,
): Promise<Pick<LoggedScenario, "registration" | "revision" | "events" | "attestations" | "propositions" | "notes">> {
  const state = emptyFold();
  for await (const { commit, entries } of ledgerPages(db, slug, 0, revision)) {
    for (const entry of entries) foldEntry(state, entry, commit);
  }
  const evidence = [...state.evidence.values()].filter(({ status }) => status === "active");
  return {
    ...foldedLog(state),
    revision,
    notes: [...state.notes.values()].filter(({ status }) => status === "active").map(viewNote),
    propositions: [...state.propositions.values()]
      .toSorted((a, b) => a.position - b.position)
      .map((row) => ({
        ...JSON.parse(row.content),
        outcome: row.outcome === null ? null : JSON.parse(row.outcome),
        evidence: withEvents(
          evidence.filter(({ proposition }) => proposition === row.id),
          state.events,
        ),
      })),
  };
}

/** What a folded ledger holds for the method: current versions only. */
export function foldedLog(state: Folded): Pick<LoggedScenario, "registration" | "events" | "attestations"> {
  const { registration } = state;
  if (!registration) throw new Error("The ledger has no registration");
  return {
    registration,
    events: [...state.events.values()].filter(({ status }) => status === "active"),
    attestations: [...state.attestations.values()].filter(({ status }) => status === "active"),
  };
}
