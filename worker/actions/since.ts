import type { VerdictWord } from "../core/verdict-types";
import { diffViews, type ViewChange } from "../core/view-diff";
import { completeView } from "../core/older-view";
import type { ScenarioView } from "../core/view-types";
import type { Database } from "../store/database";
import { commitsAt } from "../store/history";
import { findHead } from "../store/scenarios";
import { viewBytes, type StoredView } from "../store/views";
import { getView, type ViewQuestion } from "./get-view";

type Question = Pick<ViewQuestion, "slug" | "today" | "now">;

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

function pointOf({ revision, asOf, index, headlineVerdict: verdict }: ScenarioView): Point {
  return { revision, asOf, index, verdict };
}

const PENDING_MS = 60_000;
const REMEMBERED = 8;

/** Current views with pending verdicts, by the ledger's head and the day; they are gone with the isolate. */
const pending = new Map<string, { until: number; view: StoredView }>();

/**
 * The current view, for readers of a link. While verdicts are pending the database keeps none; then one that was drawn
 * serves for a minute, so that nobody can have it drawn as often as they ask.
 */
export async function viewForReaders(db: Database, question: Question): Promise<StoredView> {
  const head = await findHead(db, question.slug);
  const key = `${head?.hash ?? ""} ${question.today}`;
  const known = pending.get(key);
  if (known && known.until > question.now) return known.view;
  const view = await (await getView(db, question)).stored();
  if ((await openView(view)).pendingMonths.length > 0) remember(key, view, question.now + PENDING_MS);
  return view;
}

function remember(key: string, view: StoredView, until: number): void {
  pending.delete(key);
  pending.set(key, { until, view });
  for (const oldest of pending.keys()) {
    if (pending.size <= REMEMBERED) return;
    pending.delete(oldest);
  }
}

async function openView(stored: StoredView): Promise<ScenarioView> {
  return JSON.parse(new TextDecoder().decode(await viewBytes(stored)));
}
