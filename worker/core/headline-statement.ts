import { dateLabel } from "./labels";
import { lackingSentence } from "./statement";
import { firstTimeSentence, standsSentence } from "./settling";
import { headlineSentence, verdictSentence } from "./verdict-sentences";
import type { HorizonVerdict } from "./verdict-types";
import type { ScenarioView } from "./view-types";

/**
 * The sentences that lead the page: the headline and the verdict with its numbers. Before the day of registration there is
 * no verdict, nor before the first month-end. While month-ends are recalculated the verdict that was settled last stands, and
 * its revision is named; where there is none, none is guessed.
 *
 * @example "Stalled: Pakistan and Russia stayed friendly but show no lasting rise. From June 2011 to December 2025 the ..."
 */
export function headlineStatement(
  view: Pick<ScenarioView, "asOf" | "registeredOn" | "title" | "mode" | "level" | "coverage" | "settling">,
  verdict: HorizonVerdict | undefined,
): string {
  if (view.asOf < view.registeredOn) {
    return `No verdict: the forecast dates from ${dateLabel(view.registeredOn)}. Before that day there is only an index.`;
  }
  if (view.settling && (!verdict || verdict.shown === null)) return firstTimeSentence(view.settling);
  if (!verdict) return lackingSentence(view) ?? "No verdict yet: the first month since the forecast is not over.";
  const stands = standsSentence(verdict.ofRevision, view.settling);
  // How friendly the years were is known by the newest records only.
  const level = stands === "" ? view.level : { ...view.level, years: [] };
  return [headlineSentence(verdict, { ...view, level }), stands, verdictSentence(verdict, view)]
    .filter(Boolean)
    .join(" ");
}
