import { dateLabel, countLabel } from "./labels";
import { NEEDED } from "./coverage";
import type { ScenarioView } from "./view-types";

type Lacking = Pick<ScenarioView, "coverage">;

/**
 * What is still lacking before there is anything to test (rule 1 of the verdict), or null when nothing is. Only what is
 * short is named. Source: method, section 5, screens.
 *
 * @example a new scenario // "No verdict yet: 0 of 12 months looked at, 0 of 8 events, 0 of 2 indicators."
 */
export function lackingSentence({ coverage }: Lacking): string | null {
  const parts: string[] = [];
  if (coverage.covered < NEEDED.months) parts.push(`${coverage.covered} of ${NEEDED.months} months looked at`);
  if (coverage.countedEvents < NEEDED.events) parts.push(`${coverage.countedEvents} of ${NEEDED.events} events`);
  if (coverage.countedIndicators < NEEDED.indicators) {
    parts.push(`${coverage.countedIndicators} of ${NEEDED.indicators} indicators`);
  }
  return parts.length === 0 ? null : `No verdict yet: ${parts.join(", ")}.`;
}

/**
 * The sentence that leads the page. This version computes no trend test, so it never gives a verdict and says why.
 *
 * @example "No verdict: this version does not compute the trend test yet. The 186 events below describe ..."
 */
export function statementOf(view: Omit<ScenarioView, "statement">): string {
  if (view.asOf < view.registeredOn) {
    return `No verdict: the forecast dates from ${dateLabel(view.registeredOn)}. Before that day there is only an index.`;
  }
  const untested = "this version does not compute the trend test yet";
  const lacking = lackingSentence(view);
  if (lacking) return `${lacking} Also, ${untested}.`;
  const events = countLabel(view.eventsCounted, "event");
  return `No verdict: ${untested}. The ${events} logged describe how ties stand; nothing here says whether the forecast holds.`;
}
