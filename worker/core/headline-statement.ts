import { dateLabel } from "./labels";
import { lackingSentence } from "./statement";
import { headlineSentence, verdictSentence } from "./verdict-sentences";
import type { HorizonVerdict } from "./verdict-types";
import type { ScenarioView } from "./view-types";

/**
 * The sentences that lead the page: the headline and the verdict with its numbers. Before the day of registration there is
 * no verdict, nor before the first month-end; while its month-end is still to be computed (`verdict` undefined) none is
 * guessed.
 *
 * @example "Stalled: Pakistan and Russia stayed friendly but show no lasting rise. From June 2011 to December 2025 the ..."
 */
export function headlineStatement(
  view: Pick<ScenarioView, "asOf" | "registeredOn" | "title" | "mode" | "level" | "coverage" | "pendingMonths">,
  verdict: HorizonVerdict | undefined,
): string {
  if (view.asOf < view.registeredOn) {
    return `No verdict: the forecast dates from ${dateLabel(view.registeredOn)}. Before that day there is only an index.`;
  }
  if (!verdict) {
    if (view.pendingMonths.length > 0) return "The verdict is still being worked out.";
    return lackingSentence(view) ?? "No verdict yet: the first month since the forecast is not over.";
  }
  return `${headlineSentence(verdict, view)} ${verdictSentence(verdict, view)}`;
}
