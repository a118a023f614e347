/** Months in words, runs of them as ranges. */
import { addMonths } from "../../worker/core/months";
import type { Month } from "../../worker/core/types";
import { countOf, formatDate, listOf } from "../lib/format";

/** Months that follow each other, as runs from first to last. */
export function monthRuns(months: readonly Month[]): { from: Month; to: Month }[] {
  const runs: { from: Month; to: Month }[] = [];
  for (const month of months.toSorted()) {
    const last = runs.at(-1);
    if (last && addMonths(last.to, 1) === month) last.to = month;
    else runs.push({ from: month, to: month });
  }
  return runs;
}

function runInWords({ from, to }: { from: Month; to: Month }): string {
  if (from === to) return formatDate(from);
  const first = from.slice(0, 4) === to.slice(0, 4) ? formatDate(from).replace(/ \d+$/, "") : formatDate(from);
  return `${first} to ${formatDate(to)}`;
}

/** ["2026-01", "2026-02", "2026-04"] -> "3 months: January to February 2026 and April 2026" */
export function monthsInWords(months: readonly Month[]): string {
  return `${countOf(months.length, "month")}: ${listOf(monthRuns(months).map(runInWords))}`;
}

/** The months of a list from one to another, whichever of the two comes first. */
export function monthsBetween(months: readonly Month[], one: Month, other: Month): Month[] {
  const [from, to] = one <= other ? [one, other] : [other, one];
  return months.filter((month) => month >= from && month <= to);
}
