/** Captions of states and dated amounts, generated from their codebooks and what was logged, for any scenario. */
import { countLabel, lowerFirst, monthLabel, spanLabel } from "./labels";
import { monthOf } from "./months";
import { sum } from "./numbers";
import { UNMOVED_MONTHS } from "./promises";
import type { StateLevel } from "./types";
import type { StateSpan, ViewIndicator } from "./view-types";

const NAMED_SPANS = 2;

/**
 * When a state indicator stood at its fullest, and what holds now; with the last day on which each state held.
 *
 * @example "Closed 26 November 2011 to 2 July 2012; no longer in use since 30 August 2021."
 */
export function stateCaption({ spans, states }: Pick<ViewIndicator, "spans" | "states">): string {
  const current = spans.at(-1);
  if (!current) return "No state recorded yet.";
  const label = (span: StateSpan): string => levelOf(states, span.state)?.label ?? span.state;
  const past = spans.slice(0, -1);
  const fullest = Math.max(...past.map(({ state }) => levelOf(states, state)?.value ?? 0));
  const notable = past.filter(({ state }) => fullest > 0 && levelOf(states, state)?.value === fullest);
  const named = notable.slice(-NAMED_SPANS).map((span) => `${label(span)} ${spanLabel(span)}`);
  const more = notable.length - named.length;
  const earlier = more > 0 ? [more === 1 ? "once before that" : `${more} times before that`] : [];
  const now = `${label(current)} ${spanLabel(current)}`;
  const [first = "", ...rest] = [...named, ...earlier, now];
  return `${[first, ...rest.map(lowerFirst)].join("; ")}.`;
}

function levelOf(states: readonly StateLevel[], key: string): StateLevel | undefined {
  return states.find((state) => state.key === key);
}

/**
 * What the picture of dated amounts shows, that it is no sum, and which promises stood still.
 *
 * @example "12 dated amounts since August 2012, never added up: an offer, an accord and a delivery can be the same money.
 * 5 promises had no later amount for 24 months or more (\u2020)."
 */
export function amountsCaption({ amounts }: Pick<ViewIndicator, "amounts">): string {
  const [first] = amounts;
  if (!first) return "No amounts logged yet.";
  const count = countLabel(amounts.length, "dated amount");
  const from = monthLabel(monthOf(first.date));
  const still = amounts.filter(({ unmoved }) => unmoved).length;
  const unmoved =
    still === 0
      ? ""
      : ` ${countLabel(still, "promise")} had no later amount in ${UNMOVED_MONTHS} months or more (\u2020).`;
  return `${count} since ${from}, never added up: an offer, an accord and a delivery can be the same money.${unmoved}`;
}

/**
 * The stages at which events were logged without an amount, which the picture of amounts cannot show.
 *
 * @example "Logged without an amount: 4 offered, 2 stalled, 1 delivered."
 */
export function withoutAmountCaption({
  amounts,
  codebook,
  countsByYear,
}: Pick<ViewIndicator, "amounts" | "codebook" | "countsByYear">): string {
  const bySteps = new Map<string, number>();
  for (const { key, label, facets } of codebook) {
    const logged = sum(countsByYear.map(({ counts }) => counts[key] ?? 0));
    const bare = logged - amounts.filter(({ code }) => code === key).length;
    const step = facets?.["step"] ?? lowerFirst(label);
    if (bare > 0) bySteps.set(step, (bySteps.get(step) ?? 0) + bare);
  }
  const parts = [...bySteps].map(([step, n]) => `${n} ${step}`);
  return parts.length === 0 ? "" : `Logged without an amount: ${parts.join(", ")}.`;
}

/**
 * How much events of a role count, for the heading over their pictures.
 *
 * @example four drivers of relevance 0.25 // "they count a quarter"
 */
export function shareLabel(indicators: readonly Pick<ViewIndicator, "relevance">[]): string {
  const [first, ...others] = new Set(indicators.map(({ relevance }) => relevance));
  if (first === undefined || others.length > 0) return "they count less than in full";
  if (first === 0) return "they earn no points";
  const words: Record<string, string> = { "1": "in full", "0.5": "a half", "0.25": "a quarter" };
  return `they count ${words[String(first)] ?? `${first} times`}`;
}
