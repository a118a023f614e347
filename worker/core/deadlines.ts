/** What a scenario's calendar is made of: open claims that are due, and horizons that end. */
import { monthLabel } from "./labels";
import { lastDayOf } from "./months";
import type { ScenarioView, ViewProposition } from "./view-types";

export interface Deadline {
  /** The same for the same deadline, for good. */
  key: string;
  /** `YYYY-MM-DD`. */
  day: string;
  /** The day on which it was set: a calendar wants to know when an entry was made. */
  setOn: string;
  title: string;
  text: string;
}

export interface DeadlineSource extends Pick<ScenarioView, "registeredOn" | "horizons"> {
  propositions: Pick<ViewProposition, "id" | "question" | "criteria" | "deadline" | "addedOn" | "outcome">[];
}

/**
 * The deadlines of a view, earliest first: of each claim that is open the day by which it is settled, and of each horizon
 * with an end its last day, also those that have passed. None is said to have been set after today.
 *
 * @example deadlinesOf({ registeredOn: "2012-10-03", horizons: [{ key: "one", label: "One year", until: "2013-06" }],
 *   propositions: [] }, "2025-12-31") // [{ key: "horizon/one", day: "2013-06-30", setOn: "2012-10-03", ... }]
 */
export function deadlinesOf({ registeredOn, horizons, propositions }: DeadlineSource, today: string): Deadline[] {
  const setBy = (day: string): string => (day < today ? day : today);
  const claims = propositions
    .filter(({ outcome }) => outcome === null)
    .map(({ id, question, criteria, deadline, addedOn }) => ({
      key: `claim/${id}`,
      day: deadline,
      setOn: setBy(addedOn ?? registeredOn),
      title: `Due: ${question}`,
      text: criteria,
    }));
  const ends = horizons.flatMap(({ key, label, until }) =>
    until === null
      ? []
      : [
          {
            key: `horizon/${key}`,
            day: lastDayOf(until),
            setOn: setBy(registeredOn),
            title: `Last day of the horizon "${label}"`,
            text: `Once this day is over (UTC), the verdict at the end of ${monthLabel(until)} is final for this horizon.`,
          },
        ],
  );
  return [...claims, ...ends].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.key < b.key ? -1 : 1));
}
