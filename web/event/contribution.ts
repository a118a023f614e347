/** What one event adds to the index, month by month since it happened (method, section 2). */
import { countsFrom } from "../../worker/core/days";
import { lowerFirst, monthLabel, spanLabel } from "../../worker/core/labels";
import { addDays, addMonths, firstDayOf, monthOf, monthRange } from "../../worker/core/months";
import { spanStart } from "../../worker/core/span";
import { statePoints } from "../../worker/core/states";
import type { Month } from "../../worker/core/types";
import type { ScenarioView, ViewIndicator } from "../../worker/core/view-types";
import { fadedPoints, fading } from "../../worker/core/warming-index";
import type { ApiEvent } from "../../worker/contract/api-types";
import { laterInWords } from "../forms/change-words";
import { signedPoints } from "../forms/points";
import { formatDate, formatSigned } from "../lib/format";

export interface Share {
  month: Month;
  /** Points that the event adds to the index at the end of the month. */
  value: number;
}

export interface Contribution {
  /** From the event's month to the month that the figures stand at. */
  shares: Share[];
  /** In words; what it added, when half of that was gone, and what is left. */
  sentence: string;
}

type Counted = Pick<ApiEvent, "date" | "state" | "points" | "status">;
type Scored = Pick<ViewIndicator, "key" | "role" | "relevance" | "fullScale" | "states" | "spans">;
type Standing = Pick<ScenarioView, "asOf" | "asOfReason" | "halfLifeMonths"> & {
  coverage: Pick<ScenarioView["coverage"], "from">;
  /** Epoch milliseconds. */
  now: number;
};

const nothing = (sentence: string): Contribution => ({ shares: [], sentence });

/** Below this a share shows as 0.0. */
const SHOWN = 0.05;
const LEAST_MONTHS = 12;

/** What is left on the day that the figures stand at, which is not always today. */
function left(share: Share | undefined, { asOf, asOfReason }: Standing): string {
  const value = formatSigned(share?.value ?? 0);
  return asOfReason === "today" ? `${value} now` : `${value} on ${formatDate(asOf)}, where the figures stand`;
}

function ofEvent({ date, points }: Counted, standing: Standing): Contribution {
  const { asOf, halfLifeMonths } = standing;
  const month = monthOf(date);
  const shares = monthRange(month, monthOf(asOf)).map((at) => ({
    month: at,
    value: fadedPoints(points, month, at, halfLifeMonths),
  }));
  const half = formatDate(addMonths(month, Math.ceil(halfLifeMonths)));
  const size = signedPoints(Math.abs(points)).replace("+", "");
  const did = points > 0 ? `Added ${size} points` : `Took ${size} points off`;
  const added = `${did} in ${formatDate(month)}; half of it is gone by ${half}`;
  return { shares, sentence: shares.length === 1 ? `${added}.` : `${added}; ${left(shares.at(-1), standing)}.` };
}

/** A state earns in each month by the days that it held; every month's points fade like an event's. */
function ofState({ date, state }: Counted, indicator: Scored, standing: Standing): Contribution {
  const { asOf, halfLifeMonths } = standing;
  const since = spanStart(standing.coverage.from);
  const span = indicator.spans.find((one) => one.state === state && one.from === date);
  const label = indicator.states.find(({ key }) => key === state)?.label ?? state ?? "";
  if (!span) return nothing("Started nothing new: the same state held already, or another row of that day holds.");
  const change = { ref: "", indicator: indicator.key, title: "", order: 0 };
  const changes = [{ ...change, date, state: span.state }];
  // What came next earns on its own account: here it only ends the span.
  if (span.to !== null) changes.push({ ...change, date: addDays(span.to, 1), state: "" });
  const earned = statePoints(changes, { ...indicator, fullScale: indicator.fullScale ?? 0 }, asOf, since);
  const held = span.to === null ? "it still holds" : `it held ${spanLabel(span)}`;
  if (earned.size === 0) return nothing(`The state "${lowerFirst(label)}" earns no points; ${held}.`);
  let value = 0;
  const began = monthOf(date);
  const shares = monthRange(began < since ? since : began, monthOf(asOf)).map((month) => {
    value = value * fading(1, halfLifeMonths) + (earned.get(month) ?? 0);
    return { month, value };
  });
  const most = shares.reduce((peak, share) => (Math.abs(share.value) > Math.abs(peak.value) ? share : peak));
  const grown = `Grew with the days that the state held, to ${formatSigned(most.value)} points in ${formatDate(most.month)}`;
  return { shares, sentence: `${grown}; ${held}; ${left(shares.at(-1), standing)}.` };
}

/** The shares of an event with their sentence. A retracted event, a context row and one yet to come have none. */
export function contributionOf(event: Counted, indicator: Scored, standing: Standing): Contribution {
  if (event.status === "retracted") return nothing("Retracted: it adds nothing to the index.");
  if (firstDayOf(event.date) > standing.asOf) {
    const later = countsFrom(event.date, standing.now);
    if (later !== null) return nothing(`Nothing yet. ${laterInWords(later)}`);
    return nothing(`Nothing yet: the figures stand at ${formatDate(standing.asOf)}, before it happened.`);
  }
  if (event.state !== null) return ofState(event, indicator, standing);
  if (indicator.role === "context") return nothing("Kept for context: it adds nothing to the index.");
  if (event.points === 0) return nothing("Adds nothing to the index: it earns no points.");
  const since = spanStart(standing.coverage.from);
  if (monthOf(event.date) < since) {
    return nothing(`Adds nothing to the index: it is dated before ${monthLabel(since)}, where the figures can begin.`);
  }
  return ofEvent(event, standing);
}

/** The months worth drawing: a year at least, and no further than where the share shows as 0.0. */
export function drawnShares(shares: readonly Share[]): Share[] {
  const last = shares.findLastIndex(({ value }) => Math.abs(value) >= SHOWN);
  return shares.slice(0, Math.max(LEAST_MONTHS, last + 2));
}
