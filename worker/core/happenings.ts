/** What a scenario has to tell those who follow it: verdicts that changed and notes on months. */
import { endOfMonth, instantOfDay } from "./days";
import { monthLabel, upperFirst } from "./labels";
import { monthRange } from "./months";
import { shownWord } from "./readings";
import type { Month } from "./types";
import { verdictLabel } from "./verdict-labels";
import type { VerdictWord } from "./verdict-types";
import type { ScenarioView, ViewNote } from "./view-types";
import { visibleText } from "./visible-text";

export const HAPPENING_KINDS = ["verdict.changed", "note.written"] as const;
export type HappeningKind = (typeof HAPPENING_KINDS)[number];

export interface Happening {
  /** The same for the same happening, for good: another word for a month-end is another happening. */
  key: string;
  kind: HappeningKind;
  month: Month;
  /** Epoch milliseconds: when the month was over, or when the note was written. */
  at: number;
  title: string;
  text: string;
}

/** A note as it is told, with the instant that it was written. */
export interface ToldNote extends Pick<ViewNote, "month" | "text" | "version" | "by"> {
  at: number;
}

type Published = Pick<ScenarioView, "publishedByMonth" | "pendingMonths">;

/**
 * The month-ends at which the verdict became another, by today's records, with the three-month rule that the page keeps to;
 * newest first. What comes after a month-end whose verdict is still to be computed is told once that is: by then it may be
 * another. Source: method, section 5.
 *
 * @example verdictChanges({ pendingMonths: [], publishedByMonth: { "2012-10": "holding", "2012-11": "holding", "2012-12": "holding" } })
 * // keys "verdict/2012-12/holding", "verdict/2012-10/not-enough-evidence": before the third month it is "cannot tell"
 */
export function verdictChanges({ publishedByMonth, pendingMonths }: Published): Happening[] {
  const known = [...Object.keys(publishedByMonth), ...pendingMonths].toSorted();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const months = monthRange(first, last);
  const words = months.map((month) => publishedByMonth[month] ?? null);
  const changes: Happening[] = [];
  let before: VerdictWord | null = null;
  for (const [place, month] of months.entries()) {
    const now = shownWord(words.slice(0, place + 1));
    if (now === null) break;
    if (now === before) continue;
    changes.push(verdictChange(month, before, now));
    before = now;
  }
  return changes.toReversed();
}

function verdictChange(month: Month, before: VerdictWord | null, now: VerdictWord): Happening {
  const [was, is] = [before && verdictLabel(before), verdictLabel(now)];
  const change = was === null ? "It is the first verdict." : `Before, it was "${was}".`;
  return {
    key: `verdict/${month}/${now.replaceAll(" ", "-")}`,
    kind: "verdict.changed",
    month,
    at: endOfMonth(month),
    title: `${upperFirst(is)}: the verdict at the end of ${monthLabel(month)}`,
    text: `At the end of ${monthLabel(month)} the verdict is "${is}". ${change}`,
  };
}

/**
 * A month's note as a happening; another version of it is another one.
 *
 * @example noteHappening({ month: "2025-10", text: "Quiet.", version: 1, at: 0 }).key // "note/2025-10/1"
 */
export function noteHappening({ month, text, version, at, by }: ToldNote): Happening {
  return {
    key: `note/${month}/${version}`,
    kind: "note.written",
    month,
    at,
    title: version === 1 ? `Note on ${monthLabel(month)}` : `Note on ${monthLabel(month)}, version ${version}`,
    text: visibleText(by === undefined ? text : `${text}\n\n${by}`),
  };
}

/**
 * What a view tells by itself, newest first: its verdicts' changes and the one note that it shows, dated by its day.
 *
 * @example viewHappenings({ publishedByMonth: {}, pendingMonths: [], note: null }) // []
 */
export function viewHappenings(view: Published & Pick<ScenarioView, "note">): Happening[] {
  const { note } = view;
  return newestFirst([
    ...verdictChanges(view),
    ...(note ? [noteHappening({ ...note, at: instantOfDay(note.writtenOn) })] : []),
  ]);
}

/**
 * Happenings in the order in which they are told; those of one instant by key, so that the order never wavers.
 *
 * @example newestFirst([{ at: 1, key: "a" }, { at: 2, key: "b" }].map((one) => ({ ...happening, ...one })))[0].key // "b"
 */
export function newestFirst(happenings: readonly Happening[]): Happening[] {
  return happenings.toSorted((a, b) => b.at - a.at || (a.key < b.key ? -1 : 1));
}

/**
 * What can be told at an instant, newest first; nothing of it is dated later. A verdict of a month that is not over is not
 * told yet; a note that a clock running ahead has dated was written by now.
 *
 * @example toldBy([{ ...verdictChange, at: 2 }, { ...note, at: 3 }], 1) // [{ ...note, at: 1 }]
 */
export function toldBy(happenings: readonly Happening[], now: number): Happening[] {
  const past = happenings.filter(({ at, kind }) => at <= now || kind === "note.written");
  return newestFirst(past.map((one) => ({ ...one, at: Math.min(one.at, now) })));
}
