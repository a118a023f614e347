import { SHARED_FIELDS, type SharedFields } from "../core/sharing";
import type { Database } from "../store/database";
import type { StoredView } from "../store/views";
import { answerView } from "./answer-view";
import { currentView } from "./current-view";
import { questionKey } from "./get-view";

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
  const { stored } = await answerView(db, { slug, key, now, forReaders: true }, async () => {
    const { view } = await currentView(db, { slug, today, now }, fields);
    return view;
  });
  return stored();
}
