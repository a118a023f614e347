/** What is said where a page does not show what it shows by itself. */
import { dateLabel, monthLabel } from "./labels";
import { addMonths, monthOf } from "./months";
import type { ScenarioView } from "./view-types";

/** A question put to a page: events up to a day, by the records of a revision; null where nothing is asked. */
export interface AskedView {
  asOf: string | null;
  revision: number | null;
}

type Shown = Pick<ScenarioView, "asOf" | "revision"> & { coverage: Pick<ScenarioView["coverage"], "lastCovered"> };

/**
 * Which day and records a page shows, where they were asked for; null where it would show the same by itself, that is for
 * today by the records of today while somebody looked this month or last.
 *
 * @example as of 2013-12-31 by revision 3
 * // "You are looking at events up to 31 December 2013, by the records of revision 3."
 */
export function viewingSentence(view: Shown, asked: AskedView, today: string): string | null {
  const { asOf, revision, coverage } = view;
  if (asked.asOf === null && asked.revision === null) return null;
  const { lastCovered } = coverage;
  const fresh = lastCovered !== null && lastCovered >= addMonths(monthOf(today), -1);
  if (asked.revision === null && asOf === today && fresh) return null;
  const day = asOf === today ? `today, ${dateLabel(asOf)}` : dateLabel(asOf);
  const records = asked.revision === null ? "today" : `revision ${revision}`;
  const unlooked =
    lastCovered !== null && lastCovered < addMonths(monthOf(asOf), -1)
      ? ` Nobody looked after ${monthLabel(lastCovered)}: from there the line can only fade.`
      : "";
  return `You are looking at events up to ${day}, by the records of ${records}.${unlooked}`;
}
