/** The part of a view that each indicator's picture needs. */
import { monthOf } from "./months";
import { round10 } from "./numbers";
import { unmovedPromises } from "./promises";
import { stateSpans } from "./states";
import type { Indicator, LoggedEvent, Month, YearCodeCount } from "./types";
import { LISTED_AMOUNTS, newestFirst, type ViewInput } from "./view-input";
import type { ViewAmount, ViewEvent, ViewIndicator } from "./view-types";
import { eventPoints } from "./warming-index";

/** A row as a view lists it; score, weight and points in their own units instead of tenths and hundredths. */
export function viewEvent(event: LoggedEvent, relevance: number): ViewEvent {
  return {
    id: event.ref,
    ref: event.ref,
    date: event.date,
    indicator: event.indicator,
    code: event.code,
    state: event.state,
    title: event.title,
    score: event.effective10 / 10,
    weight: event.weight100 / 100,
    points: round10(eventPoints(event, relevance)),
    sourceTitle: event.sourceTitle,
    sourceUrl: event.sourceUrl,
    grade: `${event.sourceReliability}${event.infoCredibility}`,
  };
}

/** Every year from the first with an event to the as-of year, so that a picture shows empty years too; none before `from`. */
function countsByYear(counts: readonly YearCodeCount[], from: Month, asOf: string): ViewIndicator["countsByYear"] {
  const shown = counts.filter(({ year }) => year >= from.slice(0, 4));
  const byYear = Map.groupBy(shown, (count) => count.year);
  const first = Math.min(...[...byYear.keys()].map(Number));
  const years: ViewIndicator["countsByYear"] = [];
  for (let at = first; at <= Number(asOf.slice(0, 4)); at += 1) {
    const year = String(at).padStart(4, "0");
    const ofYear: Record<string, number> = {};
    for (const { code, n } of byYear.get(year) ?? []) ofYear[code] = (ofYear[code] ?? 0) + n;
    years.push({ year, counts: ofYear });
  }
  return years;
}

/**
 * All indicators in the scenario's order, with spans for states, and counts and amounts for events from the first month
 * shown on.
 */
export function viewIndicators(input: ViewInput, from: Month): ViewIndicator[] {
  const counts = Map.groupBy(input.codeCounts, ({ indicator }) => indicator);
  const shown = input.amounts.filter(({ date }) => monthOf(date) >= from);
  const newest = shown.toSorted(newestFirst).slice(0, LISTED_AMOUNTS).toReversed();
  const amounts = Map.groupBy(newest, ({ indicator }) => indicator);
  return input.registration.indicators.map((indicator) => ({
    key: indicator.key,
    label: indicator.label,
    description: indicator.description,
    kind: indicator.kind,
    role: indicator.role,
    relevance: indicator.relevance,
    colour: indicator.colour,
    pattern: indicator.pattern,
    fullScale: indicator.fullScale ?? null,
    codebook: indicator.codebook,
    states: indicator.states ?? [],
    spans: indicator.kind === "state" ? stateSpans(input.states, indicator.key, input.asOf) : [],
    countsByYear: countsByYear(counts.get(indicator.key) ?? [], from, input.asOf),
    amounts: viewAmounts(amounts.get(indicator.key) ?? [], indicator, input.asOf),
  }));
}

function viewAmounts(
  events: readonly LoggedEvent[],
  { relevance, codebook }: Pick<Indicator, "relevance" | "codebook">,
  asOf: string,
): ViewAmount[] {
  const still = unmovedPromises(events, codebook, asOf);
  return events.map((event) => ({
    ...viewEvent(event, relevance),
    amountUsd: (event.amountCents ?? 0) / 100,
    amountScope: event.amountScope,
    ...(still.has(event.ref) ? { unmoved: true } : {}),
  }));
}
