import type { EntryDraft, EntryKind } from "../core/ledger";
import { aboutOf, changedSince, finalReason, removedSince, undoOf } from "../core/undo";
import { commitSteps, lastCommitBy } from "../store/commit-steps";
import type { Database } from "../store/database";
import type { CommitRow } from "../store/history";

/** What taking back a person's last commit would mean. */
export interface UndoPlan {
  commit: CommitRow;
  /** How many entries of each kind it holds. */
  entries: Partial<Record<EntryKind, number>>;
  /** What it is about: references, months, ids of claims. */
  about: string[];
  /** One draft an entry; empty where there is a problem. */
  drafts: EntryDraft[];
  /** Why it cannot be taken back, and what to do instead; null if it can. */
  problem: string | null;
}

/** Looks at the last commit of a person; null if they wrote nothing in this scenario. */
export async function planUndo(db: Database, slug: string, who: string): Promise<UndoPlan | null> {
  const commit = await lastCommitBy(db, slug, who);
  if (!commit) return null;
  const steps = await commitSteps(db, slug, commit.revision);
  const entries: UndoPlan["entries"] = {};
  for (const { entry } of steps) entries[entry.kind] = (entries[entry.kind] ?? 0) + 1;
  const undone = steps.map(({ entry, before }) => ({ entry, draft: undoOf(entry, before) }));
  const gone = undone.filter(({ draft }) => draft === null).map(({ entry }) => entry);
  const superseded = steps.filter((step) => step.superseded).map(({ entry }) => entry);
  const [final = null] = steps.flatMap(({ entry }) => finalReason(entry.kind) ?? []);
  const problem =
    final ??
    (superseded.length > 0 ? changedSince(names(superseded)) : null) ??
    (gone.length > 0 ? removedSince(names(gone)) : null);
  const drafts = problem === null ? undone.flatMap(({ draft }) => draft ?? []) : [];
  return { commit, entries, about: names(steps.map(({ entry }) => entry)), drafts, problem };
}

function names(entries: readonly { kind: EntryKind; subject: string }[]): string[] {
  return [...new Set(entries.map(({ kind, subject }) => aboutOf(kind, subject)))];
}
