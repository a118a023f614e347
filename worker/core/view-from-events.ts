import { firstDayOf, lastCompleteMonth } from "./months";
import { cellsOf, codeCountsOf, yearCountsOf } from "./rollup";
import type { LoggedEvent, Registration, StateChange } from "./types";
import { monthVerdicts } from "./verdict";
import { verdictInputs } from "./verdict-inputs";
import { LISTED_AMOUNTS, LISTED_EVENTS, newestFirst, type MonthVerdicts, type ViewInput } from "./view-input";

/** A scenario's whole log at one revision, current versions only, in any order. */
export interface LoggedScenario extends Pick<
  ViewInput,
  "registration" | "revision" | "generator" | "asOf" | "asOfReason" | "attestations" | "propositions" | "said" | "notes"
> {
  /** `YYYY-MM-DD`, UTC: the as-of month is complete only if its last day is over today. */
  today: string;
  events: readonly LoggedEvent[];
}

/** What a log holds up to a day, rows of states apart: those as changes, in the order recorded. */
export interface LoggedUpTo {
  visible: LoggedEvent[];
  counted: LoggedEvent[];
  states: StateChange[];
  /** Events of event indicators dated later. */
  scheduled: number;
}

/**
 * The rows of a log up to a day, those of event indicators and those of states.
 *
 * @example loggedUpTo(198 rows, registration, "2025-12-31") // 186 counted, 12 states, 0 scheduled
 */
export function loggedUpTo(
  events: readonly LoggedEvent[],
  { indicators }: Pick<Registration, "indicators">,
  asOf: string,
): LoggedUpTo {
  const stateKeys = new Set(indicators.filter(({ kind }) => kind === "state").map(({ key }) => key));
  const isState = ({ indicator }: LoggedEvent): boolean => stateKeys.has(indicator);
  const visible = events.filter(({ date }) => firstDayOf(date) <= asOf);
  const recorded = visible.filter(isState).toSorted((a, b) => a.revision - b.revision || a.ordinal - b.ordinal);
  return {
    visible,
    counted: visible.filter((event) => !isState(event)),
    states: recorded.map(({ ref, indicator, date, state, title }, order) => {
      return { ref, indicator, date, state: state ?? "", title, order };
    }),
    scheduled: events.filter((event) => !isState(event) && firstDayOf(event.date) > asOf).length,
  };
}

/**
 * The input of a view from a whole log: the O(events) path, for older revisions, as-of days in the middle of a month,
 * tests and the browser. Events dated after the as-of day only leave a count. Source: method, section 12, ruling 35.
 *
 * @example 198 rows, 12 of them states, as of 2025-12-31 // cells with 186 events in all, 12 states, scheduled 0
 */
export function viewInputFromEvents({ events, today, ...scenario }: LoggedScenario): ViewInput {
  const { visible, counted, states, scheduled } = loggedUpTo(events, scenario.registration, scenario.asOf);
  const newest = visible.toSorted(newestFirst);
  const input = {
    ...scenario,
    completeTo: lastCompleteMonth(scenario.asOf, today),
    review: {
      unreviewed: events.filter(({ review }) => review === "unreviewed").length,
      agreed: events.filter(({ review }) => review === "agreed").length,
      disputed: events.filter(({ review }) => review === "disputed").length,
    },
    cells: cellsOf(counted),
    codeCounts: yearCountsOf(codeCountsOf(counted)),
    states,
    candidates: counted,
    moving: counted,
    latest: newest.slice(0, LISTED_EVENTS),
    amounts: newest.filter(({ amountCents }) => amountCents !== null).slice(0, LISTED_AMOUNTS),
    scheduled,
    lastEventDate: newest[0]?.date ?? null,
  };
  return { ...input, monthVerdicts: allMonthVerdicts(input) };
}

/** Every month-end at once, in one sweep: about 100 ms for 163 of them. */
function allMonthVerdicts(input: Omit<ViewInput, "monthVerdicts">): MonthVerdicts {
  if (input.asOf < input.registration.registeredOn) return { published: {}, whole: [] };
  const whole = monthVerdicts(verdictInputs(input));
  return { published: Object.fromEntries(whole.map((one) => [one.windowTo, one.published])), whole };
}
