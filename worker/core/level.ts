import { addMonths, monthOf, monthRange } from "./months";
import { sum, Z_90 } from "./numbers";
import type { Month } from "./types";
import type { LevelYear, ViewLevel } from "./view-types";
import type { IndexMonth } from "./warming-index";

/** Fewer months looked at than this in either year, and the level is not judged. */
export const JUDGED_FROM = 9;

interface LevelInput {
  series: readonly Pick<IndexMonth, "month" | "y" | "direct" | "directVariance">[];
  covered: ReadonlySet<Month>;
  registeredOn: string;
  /** The last complete month. */
  completeTo: Month;
}

/**
 * The level: points of direct conduct in the 12 months that end with the last complete month against the 12 before the
 * month of registration, each with its total (drivers included) and its months covered. *Above* or *below* if they
 * differ by more than 1.645 times the root of both years' summed source variances (direct events only); *not judged* if
 * either has fewer than 9 months covered. `years` holds every 12-month sum, newest first, in steps of 12 back while the
 * twelve end in or after the month of registration. Source: method, section 5 "Level".
 *
 * @example direct 14.615 now and 26.055 before, band 8.9 // difference -11.44: "below"
 */
export function levelOf({ series, covered, registeredOn, completeTo }: LevelInput): ViewLevel {
  const byMonth = new Map(series.map((month) => [month.month, month]));
  const twelveTo = (to: Month): Month[] => monthRange(addMonths(to, -11), to);
  const year = (to: Month): LevelYear => {
    const months = twelveTo(to);
    return {
      total: sum(months.map((month) => byMonth.get(month)?.y ?? 0)),
      direct: sum(months.map((month) => byMonth.get(month)?.direct ?? 0)),
      covered: months.filter((month) => covered.has(month)).length,
    };
  };
  const variance = (to: Month): number => sum(twelveTo(to).map((month) => byMonth.get(month)?.directVariance ?? 0));

  const registered = monthOf(registeredOn);
  const baselineTo = addMonths(registered, -1);
  const last12 = year(completeTo);
  const baseline12 = year(baselineTo);
  const directDifference = last12.direct - baseline12.direct;
  const band90 = Z_90 * Math.sqrt(variance(completeTo) + variance(baselineTo));
  const years: ViewLevel["years"] = [];
  for (let to = completeTo; to >= registered; to = addMonths(to, -12)) years.push({ to, ...year(to) });
  return { last12, baseline12, directDifference, band90, word: wordOf(last12, baseline12, band90), years };
}

function wordOf(last12: LevelYear, baseline12: LevelYear, band90: number): ViewLevel["word"] {
  if (Math.min(last12.covered, baseline12.covered) < JUDGED_FROM) return "not judged";
  const difference = last12.direct - baseline12.direct;
  if (Math.abs(difference) <= band90) return "about the same";
  return difference > 0 ? "above" : "below";
}
