/** What was said of a month-end when it ended, beside what would be said of it now. */
import { dateLabel, monthLabel } from "./labels";
import type { Month } from "./types";
import { verdictLabel } from "./verdict-labels";
import type { ScenarioView } from "./view-types";

type Said = Pick<ScenarioView, "said" | "publishedByMonth">;

/**
 * One month-end now and then. Source: method, section 9.
 *
 * @example 'June 2013: now "cannot tell"; what we said then is not recorded.'
 * @example 'May 2027: now "stalled", as we said then.'
 */
export function monthEndSentence(month: Month, { said, publishedByMonth }: Said): string {
  const now = publishedByMonth[month];
  const then = said.months.find((one) => one.month === month)?.published;
  const today = now ? `now "${verdictLabel(now)}"` : "now still being worked out";
  if (!then) return `${monthLabel(month)}: ${today}; what we said then is not recorded.`;
  return then === now
    ? `${monthLabel(month)}: ${today}, as we said then.`
    : `${monthLabel(month)}: ${today}; then we said "${verdictLabel(then)}".`;
}

/**
 * From when on it is known what was said, and how often it would be said again.
 *
 * @example "Recording began on 24 November 2026: of the month-ends before that we know only what we would say now."
 */
export function recordingSentence({ said, publishedByMonth }: Said): string {
  if (said.since === null) return "What we say is recorded from the first month-end on.";
  const began = `Recording began on ${dateLabel(said.since)}: of the month-ends before that we know only what we would say now.`;
  if (said.months.length === 0) return began;
  const same = said.months.filter(({ month, published }) => publishedByMonth[month] === published).length;
  return `${began} ${same} of ${said.months.length} recorded since would be said again.`;
}

/**
 * How many month-ends have no verdict yet; null when all have one.
 *
 * @example "12 month-ends are still being worked out; reload the page in a moment."
 */
export function pendingSentence({ pendingMonths }: Pick<ScenarioView, "pendingMonths">): string | null {
  const n = pendingMonths.length;
  if (n === 0) return null;
  return `${n} ${n === 1 ? "month-end is" : "month-ends are"} still being worked out; reload the page in a moment.`;
}
