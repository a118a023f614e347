import { DomainError } from "../core/errors";
import { SHARED_FIELDS, type SharedFields } from "../core/sharing";
import type { Database } from "../store/database";
import { canonical, gzip, sha256 } from "../store/hash";
import { cacheView, findAnswer, readView, type StoredView } from "../store/views";
import { currentView } from "./current-view";
import { questionKey } from "./get-view";
import { drawnOnce } from "./pending-views";

interface LiveQuestion {
  slug: string;
  /** What goes along. */
  fields: SharedFields;
  /** `YYYY-MM-DD` by the server's clock, UTC. */
  today: string;
  now: number;
}

/**
 * What a live link shows: the current view with what goes along with it. Kept under a question of its own until the ledger
 * grows or the day ends, so that a warm one costs three rows.
 */
export async function liveView(db: Database, { slug, fields, today, now }: LiveQuestion): Promise<StoredView> {
  const key = `${questionKey({ today })} shared ${SHARED_FIELDS.filter((field) => fields[field]).join(" ")}`;
  const answer = await findAnswer(db, slug, key);
  if (!answer) throw new DomainError("not-found", "There is no scenario at this address.");
  const stored = answer.cached === null ? null : await readView(db, answer.cached);
  if (stored) return stored;
  return drawnOnce(`${answer.head.hash} ${key}`, now, async () => {
    const { view, head } = await currentView(db, { slug, today, now }, fields);
    const bytes = new TextEncoder().encode(canonical(view));
    const { revision, asOf, pendingMonths } = view;
    const drawn = { hash: await sha256(bytes), scenario: slug, revision, asOf, body: await gzip(bytes) };
    // What is pending is computed without a new revision: such an answer must not be kept.
    if (pendingMonths.length === 0) await cacheView(db, drawn, key, head.revision, now);
    return { view: drawn, pendingMonths };
  });
}
