import { DomainError } from "../core/errors";
import type { EntryOp } from "../core/ledger";
import type { Database } from "../store/database";
import type { StoredEvent } from "../store/event-rows";
import { emptyFold, foldEntry } from "../store/fold";
import { commitsAt, subjectEntries } from "../store/history";
import type { ScenarioRecord } from "../store/scenarios";

export interface EventVersion {
  op: EntryOp;
  reason: string;
  event: StoredEvent;
}

/** Every version of an event as the ledger has it, newest first. */
export async function eventHistory(db: Database, scenario: ScenarioRecord, ref: string): Promise<EventVersion[]> {
  const { registration } = scenario;
  const entries = await subjectEntries(db, registration.slug, "event", ref);
  if (entries.length === 0) throw new DomainError("not-found", "There is no event with this reference.");
  const revisions = entries.map(({ revision }) => revision);
  const commits = await commitsAt(db, registration.slug, revisions);
  const state = { ...emptyFold(), registration };
  const versions = entries.map((entry) => {
    const commit = commits.get(entry.revision);
    if (!commit) throw new Error(`Revision ${entry.revision} is missing`);
    foldEntry(state, entry, commit);
    const event = state.events.get(ref);
    if (!event) throw new Error(`The fold lost ${ref}`);
    return { op: entry.op as EntryOp, reason: commit.reason, event };
  });
  return versions.toReversed();
}
