import { errorWords } from "../core/error-words";
import { cardFigures, type ScenarioCard } from "../core/scenario-card";
import type { Database } from "../store/database";
import { listForPage, readViewBodies } from "../store/scenario-list";
import { openView } from "../store/view-bytes";
import { questionKey } from "./get-view";

/** A stored view takes some milliseconds to open: for the scenarios further down the page asks itself. */
const OPENED_AT_MOST = 12;

/**
 * All scenarios for a list, with the figures of those whose view is at hand. None is drawn up for it: fifty cold ones
 * would keep the reader waiting.
 */
export async function listCards(db: Database, today: string): Promise<ScenarioCard[]> {
  const listed = await listForPage(db, questionKey({ today }), today);
  const hashes = listed.flatMap(({ viewHash }) => viewHash ?? []).slice(0, OPENED_AT_MOST);
  const bodies = await readViewBodies(db, hashes);
  return Promise.all(
    listed.map(async ({ viewHash, ...scenario }) => {
      const body = viewHash === null ? undefined : bodies.get(viewHash);
      if (!body) return { ...scenario, figures: null };
      return { ...scenario, figures: await figuresOf(scenario.slug, body) };
    }),
  );
}

/** A stored view that cannot be read is an error of its own scenario, whose card says so when it asks. */
async function figuresOf(slug: string, body: Parameters<typeof openView>[0]): Promise<ScenarioCard["figures"]> {
  try {
    return cardFigures(await openView(body));
  } catch (error) {
    console.error(JSON.stringify({ card: slug, ...errorWords(error) }));
    return null;
  }
}
