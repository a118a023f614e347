import type { VerdictWord } from "../core/verdict-types";
import { currentWord } from "../core/settling";
import { diffViews, type ViewChange } from "../core/view-diff";
import { completeView } from "../core/older-view";
import type { ScenarioView } from "../core/view-types";
import type { Database } from "../store/database";
import { commitsAt } from "../store/history";
import { openView } from "../store/view-bytes";
import type { StoredView } from "../store/views";

interface Point {
  revision: number;
  asOf: string;
  index: number;
  verdict: VerdictWord | null;
}

/** What happened after a view was frozen: counts and figures, and no text that the view lacks. */
export interface SinceFrozen {
  before: Point;
  now: Point;
  added: number;
  corrected: number;
  retracted: number;
  changes: ViewChange[];
}

/**
 * Compares a frozen view with the current one. Commits carry running totals of what was done to events, so that two of
 * them tell what came between: no event is counted again, and the rows read do not grow with the log.
 */
export async function sinceFrozen(db: Database, frozen: ScenarioView, current: StoredView): Promise<SinceFrozen> {
  const before = completeView(frozen);
  const now = await openView(current);
  const commits = await commitsAt(db, before.slug, [before.revision, now.revision]);
  const [first, last] = [commits.get(before.revision), commits.get(now.revision)];
  if (!first || !last)
    throw new Error(`A commit of ${before.slug} between ${before.revision} and ${now.revision} is missing`);
  return {
    before: pointOf(before),
    now: pointOf(now),
    added: last.recorded - first.recorded,
    corrected: last.corrected - first.corrected,
    retracted: last.retracted - first.retracted,
    changes: diffViews(before, now),
  };
}

function pointOf(view: ScenarioView): Point {
  const { revision, asOf, index } = view;
  return { revision, asOf, index, verdict: currentWord(view) };
}
