/** What was said of a month-end when it ended, beside what would be said of it now. */
import { countLabel, dateLabel, monthLabel, upperFirst } from "./labels";
import type { Said } from "./said";
import { firstTimeSentence, progressLabel, revisionLabel } from "./settling";
import type { Month } from "./types";
import { verdictLabel } from "./verdict-labels";
import type { ScenarioView } from "./view-types";

type SaidView = Pick<ScenarioView, "said" | "publishedByMonth" | "pendingMonths">;

/**
 * One month-end now and then. Source: method, section 9.
 *
 * @example 'June 2013: now "cannot tell"; what we said then is not recorded.'
 * @example 'May 2027: now "stalled", as we said then (revision 41).'
 */
export function monthEndSentence(month: Month, { said, publishedByMonth, pendingMonths }: SaidView): string {
  const now = pendingMonths.includes(month) ? undefined : publishedByMonth[month];
  const then = said.months.find((one) => one.month === month);
  const today = now ? `now "${verdictLabel(now)}"` : "now being recalculated";
  if (!then) return `${monthLabel(month)}: ${today}; what we said then is not recorded.`;
  const revision = `(revision ${then.revision})`;
  const put =
    then.correctedIn === undefined ? "" : ` This record was wrong at first; revision ${then.correctedIn} put it right.`;
  return then.published === now
    ? `${monthLabel(month)}: ${today}, as we said then ${revision}.${put}`
    : `${monthLabel(month)}: ${today}; then we said "${verdictLabel(then.published)}" ${revision}.${put}`;
}

/**
 * A record of a month-end in words.
 *
 * @example recordInWords({ revision: 3, published: "stalled", index: 13.4 }) // '"stalled", index 13.4, by revision 3'
 */
export function recordInWords({ revision, published, index }: Said): string {
  return `"${verdictLabel(published)}", index ${Math.round(index * 1e4) / 1e4}, by revision ${revision}`;
}

/**
 * What is wrong with a record of a month-end, and what would be right; `early` where its month is not over.
 *
 * @example 'What was said at the end of May 2027 is recorded as "stalled", index 13.4, by revision 3. Right is "cannot tell",
 * index 14.2, by revision 5, the last before the month was over.'
 */
export function wrongSaidSentence(
  { month, ...stands }: Said & { month: Month },
  right: Said | null,
  early: boolean,
): string {
  const start = `What was said at the end of ${monthLabel(month)} is recorded as ${recordInWords(stands)}.`;
  if (early) return `${start} That month is not over (UTC), so nothing of it is to be recorded yet.`;
  if (right === null) return `${start} No verdict was there to be recorded when the month was over.`;
  return `${start} Right is ${recordInWords(right)}, the last before the month was over.`;
}

/**
 * Said where the mark of a record that was put right and the ledger's entry of it do not fit.
 *
 * @example "What was said at the end of May 2027 is not what revision 12 put right."
 */
export function wrongCorrectionSentence(month: Month, correctedIn: number | null): string {
  return `What was said at the end of ${monthLabel(month)} is not what revision ${correctedIn} put right.`;
}

/**
 * From when on it is known what was said, and how often it would be said again.
 *
 * @example "Recording began on 24 November 2026: of the month-ends before that we know only what we would say now."
 */
export function recordingSentence({ said, publishedByMonth }: Omit<SaidView, "pendingMonths">): string {
  if (said.since === null) return "What we say is recorded from the first month-end on.";
  const began = `Recording began on ${dateLabel(said.since)}: of the month-ends before that we know only what we would say now.`;
  if (said.months.length === 0) return began;
  const same = said.months.filter(({ month, published }) => publishedByMonth[month] === published).length;
  const put = said.months.filter(({ correctedIn }) => correctedIn !== undefined).length;
  const corrected =
    put === 0 ? "" : ` ${countLabel(put, "record")} ${put === 1 ? "was" : "were"} wrong at first and put right later.`;
  return `${began} ${same} of ${said.months.length} recorded since would be said again.${corrected}`;
}

/**
 * What becomes of month-ends that are being recalculated; null when none is.
 *
 * @example "Being recalculated since revision 57 (12 of 162 months). Until all are done the verdicts of revision 56 stand."
 */
export function pendingSentence({ settling }: Pick<ScenarioView, "settling">): string | null {
  if (!settling) return null;
  const { revision } = settling;
  if (revision === null) return firstTimeSentence(settling);
  const progress = upperFirst(progressLabel(settling));
  return `${progress}. Until all are done the verdicts of ${revisionLabel(revision)} stand.`;
}
