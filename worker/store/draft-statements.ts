import type { EntryDraft } from "../core/ledger";
import type { Database } from "./database";
import { findEvents } from "./events";
import { emptyFold, foldEntry } from "./fold";
import type { CommitRow } from "./history";
import { reviewsOf, standingStatements } from "./reviews";
import { sealEntry } from "./seal";
import { seedClaims, upsertFolded } from "./upsert-folded";

/**
 * What carries drafts of the next commit into the tables, for everything but events: the rows that folding them gives. The
 * events in `changed` get a new version in the same commit, so no review of theirs counts any more.
 */
export async function draftStatements(
  db: Database,
  scenario: string,
  drafts: readonly EntryDraft[],
  commit: Pick<CommitRow, "revision" | "who" | "at">,
  changed: ReadonlySet<string>,
): Promise<D1PreparedStatement[]> {
  const state = emptyFold();
  const ofKind = (kind: EntryDraft["kind"]): EntryDraft[] => drafts.filter((draft) => draft.kind === kind);
  await seedClaims(
    db,
    scenario,
    state,
    ofKind("resolution").map(({ subject }) => subject),
  );
  const reviewed = [...new Set(ofKind("review").map(({ subject }) => subject.split("\n")[0] ?? ""))];
  const before = reviewed.length === 0 ? new Map() : await findEvents(db, scenario, reviewed);
  for (const [ref, event] of before) {
    state.events.set(ref, changed.has(ref) ? { ...event, version: event.version + 1 } : event);
    const rows = await reviewsOf(db, scenario, ref);
    state.reviews.set(ref, new Map(rows.map((row) => [row.analyst, row])));
  }
  for (const draft of drafts) {
    const place = { scenario, revision: commit.revision, ordinal: 0 };
    foldEntry(state, { ...place, ...(await sealEntry(draft)) }, commit);
  }
  const standings = [...state.events.values()]
    .filter(({ ref }) => !changed.has(ref))
    .map(({ ref, review }) => ({ ref, before: before.get(ref)?.review ?? review, after: review }));
  return [
    ...upsertFolded(db.d1, state),
    ...standings.map(({ ref, after }) =>
      db.d1.prepare("UPDATE events SET review = ?3 WHERE scenario = ?1 AND ref = ?2").bind(scenario, ref, after),
    ),
    ...standingStatements(
      db.d1,
      scenario,
      // A retracted event is counted nowhere.
      standings.filter(({ ref }) => before.get(ref)?.status === "active"),
    ),
  ];
}
