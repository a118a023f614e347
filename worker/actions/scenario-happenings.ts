import { type Happening, noteHappening, toldBy, verdictChanges } from "../core/happenings";
import type { ScenarioView } from "../core/view-types";
import type { Database } from "../store/database";
import { listNotes } from "../store/notes";
import { analystNames } from "../store/people";
import { openView } from "../store/view-bytes";
import type { CurrentQuestion } from "./current-view";
import { getView } from "./get-view";

/** What a scenario has to tell the people who work on it, newest first: changes of the verdict, and every month's note. */
export async function scenarioHappenings(
  db: Database,
  question: CurrentQuestion,
): Promise<{ view: ScenarioView; happenings: Happening[] }> {
  const view = await openView(await (await getView(db, question)).stored());
  const [notes, names] = await Promise.all([listNotes(db, view.slug), analystNames(db)]);
  const told = notes.map(({ month, text, version, recordedAt: at, who }) =>
    noteHappening({ month, text, version, at, by: names.get(who) ?? who }),
  );
  return { view, happenings: toldBy([...verdictChanges(view), ...told], question.now) };
}
