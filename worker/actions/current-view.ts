import { dayOfInstant } from "../core/days";
import { DomainError } from "../core/errors";
import { monthOf } from "../core/months";
import { shareView, type PrivateMaterial } from "../core/shared-view";
import type { SharedFields } from "../core/sharing";
import type { ScenarioView, ViewForecast } from "../core/view-types";
import { loadForecasts } from "../store/claims";
import type { Database } from "../store/database";
import { newestNote } from "../store/notes";
import { analystNames } from "../store/people";
import { findHead } from "../store/scenarios";
import type { Head } from "../store/seal";
import { openView } from "../store/view-bytes";
import { getView, type ViewQuestion } from "./get-view";

export type CurrentQuestion = Omit<ViewQuestion, "revision">;

/** How often the log may grow while what goes along is read before the person is asked to try again. */
const ATTEMPTS = 5;

/** The current view with what goes along with a link, all of one revision, and the commit that it came from. */
export async function currentView(
  db: Database,
  question: CurrentQuestion,
  fields: SharedFields,
): Promise<{ view: ScenarioView; head: Head }> {
  for (let left = ATTEMPTS; left > 0; left -= 1) {
    const stored = await (await getView(db, question)).stored();
    const whole = await openView(stored);
    const view = shareView(whole, fields, await privateMaterial(db, whole, fields));
    const head = await findHead(db, question.slug);
    if (head?.revision === view.revision) return { view, head };
  }
  throw new DomainError("revision-taken", "Events are being saved at this moment. Try again.");
}

/** Reads only what the fields let go along. */
async function privateMaterial(db: Database, view: ScenarioView, fields: SharedFields): Promise<PrivateMaterial> {
  const signed = fields.names && fields.monthNote ? view.note : null;
  const [names, note, forecasts] = await Promise.all([
    fields.names ? analystNames(db) : new Map<string, string>(),
    signed && newestNote(db, view.slug, monthOf(view.asOf)),
    fields.forecasts ? newestForecasts(db, view) : [],
  ]);
  const nameOf = (id: string): string => names.get(id) ?? id;
  const isShown = note?.month === signed?.month && note?.version === signed?.version;
  return {
    noteBy: note && isShown ? nameOf(note.who) : null,
    forecasts: new Map(
      [...Map.groupBy(forecasts, ({ proposition }) => proposition)].map(([claim, rows]) => [
        claim,
        rows.map(({ recordedAt, probability, analyst }): ViewForecast => {
          return { on: dayOfInstant(recordedAt), probability, by: nameOf(analyst) };
        }),
      ]),
    ),
  };
}

/**
 * The newest forecast of each analyst on each claim, newest first. A view of a day that was asked for knows none that was
 * recorded later; the current view shows all, each with its day.
 */
async function newestForecasts(db: Database, { slug, asOf, asOfReason }: ScenarioView) {
  const rows = await loadForecasts(db, slug);
  const known = rows.filter(({ recordedAt }) => asOfReason !== "asked" || dayOfInstant(recordedAt) <= asOf);
  const newest = new Map(known.map((row) => [`${row.proposition}\n${row.analyst}`, row]));
  return [...newest.values()].toSorted((a, b) => b.revision - a.revision);
}
