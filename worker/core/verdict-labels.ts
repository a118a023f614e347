/** Verdicts, ranges and checks in words, as the generated sentences and tables write them. */
import { monthLabel, pointsLabel } from "./labels";
import { sourceNoun } from "./sentences";
import type { Agreement, MonthVerdict, TestedMonths, VerdictWord } from "./verdict-types";
import type { ScenarioView } from "./view-types";

/**
 * A verdict inside a sentence.
 *
 * @example verdictLabel("not enough evidence") // "cannot tell"
 */
export function verdictLabel(word: VerdictWord): string {
  return word === "not enough evidence" ? "cannot tell" : word;
}

/**
 * A change in points to one decimal with its sign; what rounds to nought has none.
 *
 * @example changeLabel(3.27) // "+3.3"; changeLabel(-0.04) // "0.0"
 */
export function changeLabel(points: number): string {
  const label = pointsLabel(points);
  return Number(label) > 0 ? `+${label}` : label;
}

/**
 * The 90 % range of a rise. A range that rounds to nothing is no finding: it only says that most months are alike.
 *
 * @example rangeLabel({ riseLow: -4.32, riseHigh: 3.27 }) // "-4.3 to +3.3"
 */
export function rangeLabel({ riseLow, riseHigh }: { riseLow: number | null; riseHigh: number | null }): string {
  if (riseLow === null || riseHigh === null) return "too few months for a range";
  const [low, high] = [changeLabel(riseLow), changeLabel(riseHigh)];
  return low === "0.0" && high === "0.0" ? "too many zero months for a range" : `${low} to ${high}`;
}

/**
 * The time that a test is of, from the first to the last month looked at; "" where there is none.
 *
 * @example testedLabel({ testedFrom: "2011-06", testedTo: "2013-04" }) // "June 2011 to April 2013"
 */
export function testedLabel({ testedFrom, testedTo }: TestedMonths): string {
  if (testedFrom === null || testedTo === null) return "";
  return testedFrom === testedTo ? monthLabel(testedFrom) : `${monthLabel(testedFrom)} to ${monthLabel(testedTo)}`;
}

/**
 * Whether the first and the last month of the window were looked at, so that the test is of all of it.
 *
 * @example isTestedWhole({ windowFrom: "2011-06", windowTo: "2013-06", testedFrom: "2011-06", testedTo: "2013-04" }) // false
 */
export function isTestedWhole(verdict: Pick<MonthVerdict, "windowFrom" | "windowTo"> & TestedMonths): boolean {
  return verdict.testedFrom === verdict.windowFrom && verdict.testedTo === verdict.windowTo;
}

/**
 * How many checks agree.
 *
 * @example agreementLabel({ agree: 16, of: 17 }) // "16 of 17"
 */
export function agreementLabel({ agree, of }: Pick<Agreement, "agree" | "of">): string {
  return `${agree} of ${of}`;
}

const VARIANT_LABELS: Record<string, string> = {
  base: "as set",
  "half-life-3": "half-life of 3 months",
  "half-life-12": "half-life of 12 months",
  "weights-off": "all reports believed alike",
  "drivers-off": "reasons to expect warming left out",
  "drivers-full": "reasons to expect warming in full",
  "count-neutral": "several events of a kind in a month count as one",
  "signs-only": "only the sign of each event",
};

/**
 * A check in words; `labels` are the scenario's indicators.
 *
 * @example variantLabel("without:visit", [{ key: "visit", label: "Visits" }]) // "without Visits"
 */
export function variantLabel(variant: string, labels: readonly { key: string; label: string }[]): string {
  const left = variant.startsWith("without:") ? variant.slice("without:".length) : null;
  if (left === null) return VARIANT_LABELS[variant] ?? variant;
  return `without ${labels.find(({ key }) => key === left)?.label ?? left}`;
}

/**
 * The moment that the index is compared with: a back-test looks back at an article, a registered scenario at its forecast.
 *
 * @example originLabel({ mode: "back-test" }) // "when the article appeared"
 */
export function originLabel(view: Pick<ScenarioView, "mode">): string {
  return sourceNoun(view) === "article" ? "when the article appeared" : "when the forecast was made";
}
