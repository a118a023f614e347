import type { EntryDraft } from "../core/ledger";
import { writeCommit } from "../store/commit";
import type { Written } from "../store/discussion-rows";
import type { ScenarioRecord } from "../store/scenarios";
import { timeAfter } from "../store/seal";
import { requireScenario, type ActionContext } from "./context";
import { retryOnRace } from "./retry";

/** Something said about an event or a month: its ledger entry without the version, and the row that shows it. */
export interface Remark<Row> {
  draft: Omit<EntryDraft, "version">;
  /** Versions of this subject so far. */
  versions: number;
  rowOf: (written: Written) => Row;
  project: (row: Row) => D1PreparedStatement[];
}

/** What stands already: nothing is written. */
export interface Standing<Row> {
  standing: Row;
}

/** Writes one remark as one commit, decided on fresh state, again if another writer came first. Returns its row. */
export function commitRemark<Row>(
  context: ActionContext,
  slug: string,
  reason: string,
  decide: (scenario: ScenarioRecord) => Promise<Remark<Row> | Standing<Row>>,
): Promise<{ row: Row; written: boolean }> {
  const { db, who, now } = context;
  return retryOnRace(async () => {
    const scenario = await requireScenario(db, slug);
    const at = timeAfter(scenario.head, now);
    const decided = await decide(scenario);
    if ("standing" in decided) return { row: decided.standing, written: false };
    const { draft, versions, rowOf, project } = decided;
    const version = versions + 1;
    const status = draft.op === "retract" ? ("retracted" as const) : ("active" as const);
    const revision = scenario.head.revision + 1;
    const row = rowOf({ scenario: slug, version, revision, status, who, recordedAt: at });
    await writeCommit(db, slug, scenario.head, { who, at, reason }, [{ ...draft, version }], project(row));
    return { row, written: true };
  });
}
