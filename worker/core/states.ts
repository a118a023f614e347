/** State indicators: what held from when to when, and the points that its days earn (method, sections 2 and 11). */
import { addDays, daysInMonth, firstDayOf, lastDayOf, monthOf, monthRange } from "./months";
import type { Indicator, Month, StateChange } from "./types";
import type { StateSpan } from "./view-types";

/** The changes of one indicator that take effect by the as-of day, in order of validity, one a day. */
function effectiveChanges(changes: readonly StateChange[], indicator: string, asOf: string): StateChange[] {
  const ordered = changes
    .filter((change) => change.indicator === indicator && firstDayOf(change.date) <= asOf)
    .toSorted((a, b) => {
      const [dayA, dayB] = [firstDayOf(a.date), firstDayOf(b.date)];
      return dayA === dayB ? a.order - b.order : dayA < dayB ? -1 : 1;
    });
  return ordered.filter((change, at) => {
    const next = ordered[at + 1];
    return !next || firstDayOf(next.date) !== firstDayOf(change.date);
  });
}

/**
 * What held from when to when, oldest first. Of several changes on one day the later recorded holds (greatest `order`);
 * a date known to the month counts from its first day; a change to the state that already holds starts no new span.
 * Source: method, section 11, rulings 21 and 22.
 *
 * @example stateSpans(changes, "supply_line", "2012-12-31") with closed on 2011-11-26 and open on 2012-07-03
 * // [{ state: "closed", from: "2011-11-26", to: "2012-07-02" }, { state: "open", from: "2012-07-03", to: null }]
 */
export function stateSpans(changes: readonly StateChange[], indicator: string, asOf: string): StateSpan[] {
  const spans: StateSpan[] = [];
  for (const change of effectiveChanges(changes, indicator, asOf)) {
    const last = spans[spans.length - 1];
    if (last?.state === change.state) continue;
    if (last) last.to = addDays(firstDayOf(change.date), -1);
    spans.push({ state: change.state, from: change.date, to: null });
  }
  return spans;
}

/** How many days of a month a state held. */
export interface StateDays {
  state: string;
  days: number;
}

/**
 * How many days each state held in each month up to the as-of day, oldest span first; from a month on, if one is given, for
 * a state may have begun long before all figures. Days before the first change are unknown and not counted. Source: method,
 * section 2.
 *
 * @example closed from 26 November 2011, open from 3 July 2012
 * // "2011-11": [{ closed, 5 days }], ..., "2012-07": [{ closed, 2 days }, { open, 29 days }]
 */
export function stateDays(
  changes: readonly StateChange[],
  indicator: string,
  asOf: string,
  since: Month | null = null,
): Map<Month, StateDays[]> {
  const held = new Map<Month, StateDays[]>();
  for (const span of stateSpans(changes, indicator, asOf)) {
    const from = firstDayOf(span.from);
    const to = span.to ?? asOf;
    const first = monthOf(from);
    for (const month of monthRange(since !== null && since > first ? since : first, monthOf(to))) {
      const firstDay = month === first ? Number(from.slice(8)) : 1;
      const lastDay = Number((month === monthOf(to) ? to : lastDayOf(month)).slice(8));
      const ofMonth = held.get(month) ?? [];
      ofMonth.push({ state: span.state, days: lastDay - firstDay + 1 });
      held.set(month, ofMonth);
    }
  }
  return held;
}

/**
 * Points that a state earns in each month up to the as-of day, from a month on if one is given: relevance x full scale x
 * the sum over its days of the state's value, divided by the days of the month. Days before the first change are unknown
 * and earn nothing; months without points are left out. Source: method, section 2.
 *
 * @example closed (value 1) from 26 November 2011, relevance 0.25, full scale 4
 * // November 2011: 0.25 * 4 * 5 days / 30 = 0.1667; December 2011: 0.25 * 4 * 31 / 31 = 1
 */
export function statePoints(
  changes: readonly StateChange[],
  indicator: Pick<Indicator, "key" | "relevance" | "fullScale" | "states">,
  asOf: string,
  since: Month | null = null,
): Map<Month, number> {
  const scale = indicator.relevance * (indicator.fullScale ?? 0);
  const valueOf = new Map(indicator.states?.map(({ key, value }) => [key, value]));
  const earned = new Map<Month, number>();
  for (const [month, held] of stateDays(changes, indicator.key, asOf, since)) {
    let days = 0;
    for (const span of held) days += (valueOf.get(span.state) ?? 0) * span.days;
    if (scale * days !== 0) earned.set(month, (scale * days) / daysInMonth(month));
  }
  return earned;
}
