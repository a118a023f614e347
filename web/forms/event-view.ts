/** When something was recorded, and what an event earns, in words. */
import type { ViewIndicator } from "../../worker/core/view-types";
import type { ApiEvent } from "../../worker/contract/api-types";
import { pointsSentence, stateSentence } from "./points";

/** "3 October 2012, 14:05 UTC": versions of one day are told apart by their time. */
export { momentLabel as momentInWords } from "../../worker/core/moments";

/** "2.8 × 0.75 = +2.1 points in October 2012." */
export function earnedInWords(event: ApiEvent, indicator: ViewIndicator | undefined): string {
  if (!indicator) return "";
  if (event.state !== null) return `${stateSentence(indicator, event.state)}.`;
  return `${pointsSentence({ ...event, relevance: indicator.relevance, role: indicator.role })}.`;
}
