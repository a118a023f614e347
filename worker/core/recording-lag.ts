import { dayNumber, dayOfInstant } from "./days";
import { countLabel } from "./labels";
import { firstDayOf } from "./months";
import type { ValidDate } from "./types";
import type { ScenarioView } from "./view-types";

export interface RecordingLag {
  /** Median number of days from the valid date to the day of recording. */
  medianDays: number;
  /** How many events it is the median of. */
  events: number;
}

interface Recorded {
  date: ValidDate;
  version: number;
  /** Epoch milliseconds; missing where a log does not know it. */
  recordedAt?: number;
}

/**
 * How long after they happened events are recorded: the median over those never corrected, whose recorded time is their
 * first; a date known to the month counts from its first day. Null where no recorded time is known.
 * Source: method, section 9.
 *
 * @example 3 October recorded on 4 October, 1 October on 8 October, 2 October on 5 October // 1, 7, 3 days: median 3
 */
export function recordingLag(events: readonly Recorded[]): RecordingLag | null {
  const lags = events
    .flatMap(({ date, version, recordedAt }) =>
      recordedAt === undefined || version > 1
        ? []
        : [dayNumber(dayOfInstant(recordedAt)) - dayNumber(firstDayOf(date))],
    )
    .toSorted((a, b) => a - b);
  const middle = lags[Math.floor((lags.length - 1) / 2)];
  return middle === undefined ? null : { medianDays: middle, events: lags.length };
}

/**
 * The recording lag in words; null where it is not known.
 *
 * @example "Half of the newest 20 events were recorded within 4 days; months younger than that are still filling."
 */
export function lagSentence({ recordingLag: lag, mode }: Pick<ScenarioView, "recordingLag" | "mode">): string | null {
  if (!lag) return null;
  const newest = `Half of the newest ${countLabel(lag.events, "event")} were`;
  const days = countLabel(lag.medianDays, "day");
  return mode === "back-test"
    ? `${newest} recorded ${days} or more after they happened, for the log was made afterwards.`
    : `${newest} recorded within ${days}; months younger than that are still filling.`;
}
