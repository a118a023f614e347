import { NEEDED } from "./coverage";
import type { ScenarioView } from "./view-types";

interface Lacking {
  coverage: Pick<ScenarioView["coverage"], "covered" | "countedEvents" | "countedIndicators">;
}

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
