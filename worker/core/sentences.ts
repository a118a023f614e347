/** Sentences about a view that need no trend test. Every one is generated, none is typed in for a scenario. */
import { dateLabel, monthLabel, countLabel, pointsLabel } from "./labels";
import { addMonths, monthOf, monthsBetween } from "./months";
import { sum } from "./numbers";
import { spanStart } from "./span";
import type { ScenarioView, ViewMonth } from "./view-types";
import { JUDGED_FROM } from "./level";
import { fading } from "./warming-index";

/** What was published: a back-test looks back at an article, a registered scenario follows a forecast. */
export function sourceNoun({ mode }: Pick<ScenarioView, "mode">): "article" | "forecast" {
  return mode === "back-test" ? "article" : "forecast";
}

/**
 * The line above the claim: how the scenario came about and how far its events reach.
 *
 * @example "Back-test of a 2012 forecast: our rules and coding were made afterwards, outcomes known. Events to November 2025."
 */
export function kicker({
  mode,
  registeredOn,
  asOf,
  coverage,
}: Pick<ScenarioView, "mode" | "registeredOn" | "asOf" | "coverage">): string {
  const year = registeredOn.slice(0, 4);
  // A forecast may be registered ahead of the day from which it runs.
  const followed =
    asOf < registeredOn
      ? `Forecast that runs from ${dateLabel(registeredOn)}: our rules are fixed`
      : `Forecast followed since ${dateLabel(registeredOn)}: our rules were fixed on that day`;
  const origin =
    mode === "back-test"
      ? `Back-test of a ${year} forecast: our rules and coding were made afterwards, outcomes known.`
      : `${followed}, outcomes unknown.`;
  const events = coverage.lastEventDate
    ? `Events to ${monthLabel(monthOf(coverage.lastEventDate))}.`
    : "No events yet.";
  return `${origin} ${events}`;
}

/**
 * Direct dealings of the last 12 months against the 12 before the forecast; never the word without its numbers, and never
 * "last" without its month: who quotes the sentence quotes it later.
 *
 * @example "Direct dealings in the last 12 months, to November 2025, against the 12 before the article: 14.6 and 26.1
 * points: below. Thin: 2 events are over half of the 14.6. 10 of 12 and 12 of 12 months looked at."
 */
export function levelSentence(view: ScenarioView): string {
  const { last12, baseline12, word } = view.level;
  if (last12.covered === 0 || baseline12.covered === 0) return unlookedLevelSentence(view);
  const numbers = `${pointsLabel(last12.direct)} and ${pointsLabel(baseline12.direct)} points`;
  return [
    `Direct dealings in ${lastTwelve(view)}, against the 12 before the ${sourceNoun(view)}: ${numbers}: ` +
      `${word}${levelReason(view.level)}.`,
    word === "not judged" ? "" : thinSentence(view),
    `${last12.covered} of 12 and ${baseline12.covered} of 12 months looked at.`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** "the last 12 months, to November 2025": the months that end with the last complete one. */
function lastTwelve({ coverage }: Pick<ScenarioView, "coverage">): string {
  return `the last 12 months, to ${monthLabel(coverage.to)}`;
}

/** Points of twelve months at which nobody looked say nothing, so they are not shown. */
function unlookedLevelSentence(view: ScenarioView): string {
  const { last12 } = view.level;
  const before = `the 12 before the ${sourceNoun(view)}`;
  if (last12.covered === 0) {
    return `Direct dealings: none of ${lastTwelve(view)}, was looked at, so there is nothing to compare with ${before}.`;
  }
  return (
    `Direct dealings: ${pointsLabel(last12.direct)} points in ${lastTwelve(view)}; ${last12.covered} of them looked at. ` +
    `Not compared with ${before}: none of those was looked at.`
  );
}

/** Why the word is what it is, where the two numbers alone do not say it. */
function levelReason({ word, directDifference, band90 }: ScenarioView["level"]): string {
  if (word === "not judged") return `, for fewer than ${JUDGED_FROM} months of one of the two were looked at`;
  if (word !== "about the same") return "";
  return ` (${pointsLabel(Math.abs(directDifference))} apart, but doubtful sources alone could make a gap of ${pointsLabel(band90)})`;
}

/** Named when one or two events make up over half of the last 12 months; found among the listed contributions. */
function thinSentence(view: ScenarioView): string {
  const total = view.level.last12.direct;
  const { to } = view.coverage;
  const direct = new Set(view.indicators.filter(({ role }) => role === "direct").map(({ key }) => key));
  const largest = view.contributions
    .flatMap(({ date, value, indicator }) => (date && direct.has(indicator) ? [{ month: monthOf(date), value }] : []))
    .filter(({ month }) => month <= to && month > addMonths(to, -12))
    .map(({ month, value }) => value / fading(monthsBetween(month, monthOf(view.asOf)), view.halfLifeMonths))
    .toSorted((a, b) => b - a);
  const few = [1, 2].find((count) => total > 0 && sum(largest.slice(0, count)) > total / 2);
  if (few === undefined) return "";
  return `Thin: ${countLabel(few, "event")} ${few === 1 ? "is" : "are"} over half of the ${pointsLabel(total)}.`;
}

/**
 * How many months of a period were looked at; `which` goes on after those that were not.
 *
 * @example "125 of 175 months were looked at; 50 were not."
 */
export function lookedAtSentence(
  { months, covered }: Pick<ScenarioView["coverage"], "months" | "covered">,
  which = "",
): string {
  const missing = months - covered;
  if (months === 0) return "No month of the period is over yet.";
  return missing === 0
    ? `All of ${countLabel(months, "month")} were looked at.`
    : `${covered} of ${countLabel(months, "month")} were looked at; ${missing} ${missing === 1 ? "was" : "were"} not${which}.`;
}

/**
 * How much of the window was looked at.
 *
 * @example "125 of 175 months were looked at; 50 were not. 24 of those looked at rest on inference, not on a search of
 * that month."
 */
export function coverageSentence({ coverage }: Pick<ScenarioView, "coverage">): string {
  const { inferred } = coverage;
  const looked = lookedAtSentence(coverage);
  if (inferred === 0) return looked;
  return `${looked} ${inferred} of those looked at ${inferred === 1 ? "rests" : "rest"} on inference, not on a search of that month.`;
}

/**
 * What is said of events dated long before everything else; null where there is none.
 *
 * @example earlierSentence({ earlier: 1, coverage: { from: "2011-06", ... } })
 * // "1 event is dated before June 1981. It is listed and counted, but it earns no points and is in no chart."
 */
export function earlierSentence({ earlier, coverage }: Pick<ScenarioView, "earlier" | "coverage">): string | null {
  if (earlier === undefined) return null;
  const before = `dated before ${monthLabel(spanStart(coverage.from))}`;
  return earlier === 1
    ? `1 event is ${before}. It is listed and counted, but it earns no points and is in no chart.`
    : `${countLabel(earlier, "event")} are ${before}. They are listed and counted, but they earn no points and are in no chart.`;
}

/**
 * Said when a page opens at the last month that was looked at instead of today; null otherwise.
 *
 * @example "Nothing logged since 18 November 2025. Figures stop at 30 November 2025."
 */
export function staleSentence({ asOf, asOfReason, coverage }: ScenarioView): string | null {
  if (asOfReason !== "last-covered") return null;
  const since = coverage.lastEventDate
    ? `Nothing logged since ${dateLabel(coverage.lastEventDate)}.`
    : "Nothing logged.";
  return `${since} Figures stop at ${dateLabel(asOf)}.`;
}

/**
 * One month in words: what was logged, or why it counts as quiet, or that nobody looked.
 *
 * @example "August 2012: not looked at. Counted neither as quiet nor as busy."
 * @example "April 2014: nothing found; inferred when the file was made. Counts as 0."
 */
export function monthSentence(month: ViewMonth): string {
  const name = monthLabel(month.month);
  const open = month.provisional ? " The month is not over." : "";
  if (month.events > 0) return `${name}: ${countLabel(month.events, "event")}, ${pointsLabel(month.y)} points.${open}`;
  if (!month.covered) return `${name}: not looked at. Counted neither as quiet nor as busy.${open}`;
  const how =
    month.attested === "inferred" ? "nothing found; inferred when the file was made" : "looked at, nothing found";
  const counts = month.y === 0 ? "Counts as 0." : `Counts as the ${pointsLabel(month.y)} points of a running state.`;
  return `${name}: ${how}. ${counts}${open}`;
}
