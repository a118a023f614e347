/** What waits, in words. */
import type { DueClaim, OpenThread, Week } from "../../worker/contract/api-types";
import { upperFirst } from "../../worker/core/labels";
import { addMonths, lastMonthOver } from "../../worker/core/months";
import type { Month } from "../../worker/core/types";
import { countOf, formatDate } from "../lib/format";

/** The server decides what is over, wherever the reader is. */
export const MONTHS_END = "Months end at midnight UTC.";

/** Longer ago than a quarter of a year, the day alone says more than a count of days. */
const COUNTED_DAYS = 92;

/** The parts of "1 disputed, 3 unreviewed, 2 months not looked at"; none where nothing waits. */
export function waitingParts(week: Week): string[] {
  const { unreviewed, disputed, openThreads, dueClaims, unlookedMonths, lastMonth } = week;
  return [
    disputed.count > 0 && countOf(disputed.count, "disputed event"),
    unreviewed.count > 0 && countOf(unreviewed.count, "unreviewed event"),
    openThreads.length > 0 && countOf(openThreads.length, "open thread"),
    dueClaims.length > 0 && `${countOf(dueClaims.length, "claim")} due`,
    unlookedMonths.length > 0 && `${countOf(unlookedMonths.length, "month")} not looked at`,
    !lastMonth.closed && `${formatDate(lastMonth.month)} to close`,
  ].filter((part) => part !== false);
}

/** What was looked for and not found, so that an absent heading is an answer too; "" where every kind waits. */
export function quietSentence(week: Week): string {
  const quiet = [
    week.disputed.count === 0 && "no event is disputed",
    week.unreviewed.count === 0 && "every event has been reviewed",
    week.openThreads.length === 0 && "no announcement has passed its day without a sequel",
    week.dueClaims.length === 0 && "no claim is due within 60 days",
    week.unlookedMonths.length === 0 && "each of the last twelve months was looked at",
    week.lastMonth.closed && `${formatDate(week.lastMonth.month)} is closed`,
  ].filter((part) => part !== false);
  const text = quiet.join("; ");
  return text === "" ? "" : `${upperFirst(text)}.`;
}

/**
 * What looking at the last month that is over does to the dashboard, where months before it were not looked at: it no longer
 * stops at the last that was. Null for any other month.
 */
export function movedSentence(month: Month, lastCovered: Month | null, today: string): string | null {
  if (month !== lastMonthOver(today) || lastCovered === null || addMonths(lastCovered, 1) >= month) return null;
  return (
    `Once ${formatDate(month)} is looked at, the dashboard shows figures up to today. The months since ` +
    `${formatDate(lastCovered)} that nobody looked at count neither as quiet nor as busy.`
  );
}

/** "due 31 December 2026, in 37 days"; "was due 3 November 2026, 21 days ago" */
export function dueInWords({ deadline, days }: Pick<DueClaim, "deadline" | "days">): string {
  const day = formatDate(deadline);
  if (days === 0) return `due today, ${day}`;
  if (days > 0) return `due ${day}, in ${countOf(days, "day")}`;
  const ago = days < -COUNTED_DAYS ? "" : `, ${countOf(-days, "day")} ago`;
  return `was due ${day}${ago}: say how it came out`;
}

/** "announced for October 2012, nothing since" */
export function threadInWords({ plannedFor }: Pick<OpenThread, "plannedFor">): string {
  return `announced for ${formatDate(plannedFor)}, nothing since`;
}
