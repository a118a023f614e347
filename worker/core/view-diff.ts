import { countLabel, dateLabel, lowerFirst, pointsLabel } from "./labels";
import { sourceNoun } from "./sentences";
import type { Outcome } from "./types";
import { agreementLabel, changeLabel, rangeLabel, verdictLabel } from "./verdict-labels";
import type { HorizonVerdict } from "./verdict-types";
import type { ScenarioView } from "./view-types";

/** What reads differently in a later view of a scenario, in words. */
export interface ViewChange {
  /** What it is about: "Index", "Verdict, to date". */
  what: string;
  before: string;
  now: string;
}

/** What can be told of a view by its numbers and by the claims that a frozen view already shows. */
export type Compared = Pick<
  ScenarioView,
  | "mode"
  | "asOf"
  | "horizons"
  | "verdicts"
  | "index"
  | "band90"
  | "level"
  | "coverage"
  | "eventsCounted"
  | "propositions"
>;

/**
 * What reads differently in a later view of the same scenario: day, verdict of each period, index and its source band in
 * points, points of direct dealings in the last 12 months, months looked at, events counted, outcomes of claims. Two
 * numbers that read the same are no change. The answer goes to readers of a frozen page: it holds no text that the page
 * lacks, so of new events and new claims only counts, and of outcomes neither source nor note.
 *
 * @example diffViews(index 22.61 with 186 events, index 18.1 with 189 events)
 * // [{ what: "Index", before: "22.6 points", now: "18.1 points" }, { what: "Events counted", before: "186", now: "189" }]
 */
export function diffViews(before: Compared, now: Compared): ViewChange[] {
  const labels = new Map(before.horizons.map(({ key, label }) => [key, label]));
  const pairs: ViewChange[] = [
    { what: "Figures as of", before: dateLabel(before.asOf), now: dateLabel(now.asOf) },
    ...paired(before.verdicts, now.verdicts, ({ key }) => key).map(([was, is]) => ({
      what: `Verdict, ${lowerFirst(labels.get(was.key) ?? was.key)}`,
      before: verdictOf(was),
      now: verdictOf(is),
    })),
    { what: "Index", before: `${pointsLabel(before.index)} points`, now: `${pointsLabel(now.index)} points` },
    {
      what: "Source band of the index",
      before: `${pointsLabel(before.band90)} points either way`,
      now: `${pointsLabel(now.band90)} points either way`,
    },
    { what: "Direct dealings, last 12 months", before: levelOf(before), now: levelOf(now) },
    { what: "Months looked at", before: lookedAt(before), now: lookedAt(now) },
    { what: "Events counted", before: wholeLabel(before.eventsCounted), now: wholeLabel(now.eventsCounted) },
    { what: "Claims", before: wholeLabel(before.propositions.length), now: claimsNow(before, now) },
    ...paired(before.propositions, now.propositions, ({ id }) => id).map(([was, is]) => ({
      what: `Claim: ${was.question}`,
      before: outcomeOf(was.outcome),
      now: outcomeOf(is.outcome),
    })),
  ];
  return pairs.filter((pair) => pair.before !== pair.now);
}

/** What both lists hold, in the order of the first. */
function paired<T>(before: readonly T[], now: readonly T[], keyOf: (one: T) => string): [T, T][] {
  const later = new Map(now.map((one) => [keyOf(one), one]));
  return before.flatMap((was): [T, T][] => {
    const is = later.get(keyOf(was));
    return is === undefined ? [] : [[was, is]];
  });
}

/** A verdict word never stands without its numbers. */
function verdictOf(verdict: HorizonVerdict): string {
  const { shown, published, rise, ofRevision } = verdict;
  if (shown === null || ofRevision !== undefined) return "being recalculated";
  const change = rise === null ? [] : [`${changeLabel(rise)} points a month (${rangeLabel(verdict)})`];
  const agree = published === "not enough evidence" ? [] : [`${agreementLabel(verdict)} variations agree`];
  return [verdictLabel(shown), ...change, ...agree].join(", ");
}

function levelOf(view: Compared): string {
  const { last12, baseline12, word } = view.level;
  if (last12.covered === 0) return "not looked at";
  const points = `${pointsLabel(last12.direct)} points`;
  if (baseline12.covered === 0) return points;
  return `${points}, against ${pointsLabel(baseline12.direct)} in the 12 months before the ${sourceNoun(view)}: ${word}`;
}

function lookedAt({ coverage: { covered, months } }: Compared): string {
  return `${covered} of ${months}`;
}

function wholeLabel(count: number): string {
  return countLabel(count, "", "").trim();
}

/** How many, never which: their questions were not shared. */
function claimsNow(before: Compared, now: Compared): string {
  const known = new Set(before.propositions.map(({ id }) => id));
  const added = now.propositions.filter(({ id }) => !known.has(id)).length;
  const total = wholeLabel(now.propositions.length);
  return added === 0 ? total : `${total}: ${countLabel(added, "claim was", "claims were")} added`;
}

function outcomeOf(outcome: Outcome | null): string {
  if (outcome === null || outcome.result === "open") return "open";
  return outcome.on === null ? outcome.result : `${outcome.result}, ${dateLabel(outcome.on)}`;
}
