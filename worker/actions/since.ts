import { DomainError } from "../core/errors";
import type { VerdictWord } from "../core/verdict-types";
import { diffViews, type ViewChange } from "../core/view-diff";
import { completeView } from "../core/older-view";
import type { ScenarioView } from "../core/view-types";
import type { Database } from "../store/database";
import { commitsAt } from "../store/history";
import { findAnswer, readView, viewBytes, type StoredView } from "../store/views";
import { getView, questionKey, type AnsweredView, type ViewQuestion } from "./get-view";
import { drawnOnce } from "./pending-views";

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

/**
 * The current view, for readers of a link; the view itself is read only by whoever asks for it. While verdicts are pending
 * the database keeps none, and nobody can have it drawn as often as they ask.
 */
export async function viewForReaders(db: Database, question: Question): Promise<Pick<AnsweredView, "hash" | "stored">> {
  const { slug, now } = question;
  const key = questionKey(question);
  const answer = await findAnswer(db, slug, key);
  if (!answer) throw new DomainError("not-found", "There is no scenario at this address.");
  const { head, cached } = answer;
  const draw = async (): Promise<StoredView> => (await getView(db, question)).stored();
  if (cached !== null) return { hash: cached, stored: async () => (await readView(db, cached)) ?? draw() };
  const view = await drawnOnce(`${head.hash} ${key}`, now, async () => {
    const drawn = await draw();
    return { view: drawn, pendingMonths: (await openView(drawn)).pendingMonths };
  });
  return { hash: view.hash, stored: async () => view };
}

async function openView(stored: StoredView): Promise<ScenarioView> {
  return JSON.parse(new TextDecoder().decode(await viewBytes(stored)));
}
