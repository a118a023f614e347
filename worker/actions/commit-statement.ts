import type { EntryDraft } from "../core/ledger";
import type { Place } from "../store/statement-rows";
import { writeCommit } from "../store/commit";
import type { ScenarioRecord } from "../store/scenarios";
import { timeAfter } from "../store/seal";
import { requireScenario, type ActionContext } from "./context";
import { retryOnRace } from "./retry";

/** One statement about a claim or a month: its ledger entry without the version, and how it is projected. */
export interface Statement {
  draft: Omit<EntryDraft, "version">;
  /** Versions of this subject so far. */
  versions: number;
  project: (place: Place) => D1PreparedStatement[];
}

/** Writes one statement as one commit, decided on fresh state, again if another writer came first. */
export function commitStatement(
  context: ActionContext,
  slug: string,
  reason: string,
  decide: (scenario: ScenarioRecord) => Promise<Statement>,
): Promise<{ revision: number }> {
  const { db, who, now } = context;
  return retryOnRace(async () => {
    const scenario = await requireScenario(db, slug);
    const at = timeAfter(scenario.head, now);
    const { draft, versions, project } = await decide(scenario);
    const place = { version: versions + 1, revision: scenario.head.revision + 1 };
    const drafts = [{ ...draft, version: place.version }];
    await writeCommit(db, slug, scenario.head, { who, at, reason }, drafts, project(place));
    return { revision: place.revision };
  });
}
