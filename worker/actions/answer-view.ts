import { DomainError } from "../core/errors";
import type { ScenarioView } from "../core/view-types";
import type { Database } from "../store/database";
import type { Head } from "../store/seal";
import { packView } from "../store/view-bytes";
import { cacheView, findAnswer, readView, type StoredView } from "../store/views";
import { drawnOnce } from "./pending-views";

export interface AnsweredView {
  hash: string;
  /** Reads the view itself; a caller that only compares hashes does not. */
  stored: () => Promise<StoredView>;
}

interface Asked {
  slug: string;
  /** What the answer is found by, beside its scenario. */
  key: string;
  now: number;
  /** Whoever asks is a reader of a link, and may ask as often as they like. */
  forReaders: boolean;
}

/**
 * The view that answers a question: from the cache if the ledger has not grown, else what `draw` gives, which is then kept.
 * While verdicts are pending it is not: what is pending is computed without a new revision.
 */
export async function answerView(
  db: Database,
  { slug, key, now, forReaders }: Asked,
  draw: (head: Head) => Promise<ScenarioView>,
): Promise<AnsweredView> {
  const answer = await findAnswer(db, slug, key);
  if (!answer) throw new DomainError("not-found", "There is no scenario at this address.");
  const { head, cached } = answer;
  const drawn = async () => {
    const view = await draw(head);
    const stored = await packView(view);
    if (view.pendingMonths.length === 0) await cacheView(db, stored, key, head.revision, now);
    return { view: stored, pendingMonths: view.pendingMonths };
  };
  const anew = async (): Promise<StoredView> =>
    forReaders ? drawnOnce(`${head.hash} ${key}`, now, drawn) : (await drawn()).view;
  // A stored view may be dropped between the two reads: then it is drawn up again.
  if (cached !== null) return { hash: cached, stored: async () => (await readView(db, cached)) ?? anew() };
  const view = await anew();
  return { hash: view.hash, stored: async () => view };
}
