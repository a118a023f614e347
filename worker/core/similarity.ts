import { dayNumber } from "./days";
import { firstDayOf } from "./months";
import { symbolsOf, titleWords } from "./title-words";
import type { Indicator, LoggedEvent } from "./types";

/** An event as far as it is typed: any member may still be empty. */
export type TypedEvent = Pick<LoggedEvent, "date" | "indicator" | "code" | "title" | "sourceUrl">;

export interface Likeness {
  ref: string;
  /** Likely: the same thing again. Related: perhaps the same cause, or only the same source. */
  likeness: "likely" | "related";
  why: string;
  /** For ordering: the greater, the likelier. */
  rank: number;
}

/** So many days apart two reports may still be of one event. */
const NEAR_DAYS = 3;

/** Days between two valid dates; 0 where one is a month that holds the other. */
function daysApart(a: string, b: string): number {
  if (a.length !== b.length && (a.startsWith(b) || b.startsWith(a))) return 0;
  return Math.abs(dayNumber(firstDayOf(a)) - dayNumber(firstDayOf(b)));
}

/** An address without what differs between copies of one page. */
function page(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.|m\.|amp\.)?/i, "")
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "");
}

function sameDays(gap: number): string {
  if (gap === 0) return "same day";
  return gap === 1 ? "a day apart" : `${gap} days apart`;
}

/**
 * Whether a logged event may be the one being typed. Headlines of one indicator share its words ("Russia vetoes a
 * draft"), so the words of its codebook are left out before titles are compared. Of a leader's visit there is one on a day,
 * whatever is said of it: deferred, cancelled, downgraded. Of votes and deals there may be several, which their symbols
 * or their remaining words tell apart. Null where nothing speaks for it.
 *
 * @example likenessTo({ date: "2012-09-27", indicator: "visit", title: "Putin defers Pakistan visit", ... }, PKRU-0043, visit)
 * // { likeness: "likely", why: "same day, same rank, both mention putin", ... }
 */
export function likenessTo(
  typed: TypedEvent,
  logged: TypedEvent & { ref: string },
  indicator: Indicator,
): Likeness | null {
  const { ref } = logged;
  const gap = typed.date === "" ? Infinity : daysApart(typed.date, logged.date);
  const sameSource = typed.sourceUrl !== "" && page(typed.sourceUrl) === page(logged.sourceUrl);
  const shared = sharedWords(typed, logged, indicator);
  const related = (why: string): Likeness => ({ ref, likeness: "related", why, rank: shared.portion });
  const likely = (...why: string[]): Likeness => {
    const reasons = [sameDays(gap), ...(sameSource ? ["same source"] : []), ...why];
    return { ref, likeness: "likely", why: reasons.join(", "), rank: 100 - gap + shared.portion };
  };
  const near = gap <= NEAR_DAYS;
  if (typed.indicator !== logged.indicator || namesAnother(typed, logged)) {
    if (gap <= 1 && shared.words.length >= 2 && shared.portion >= 0.5)
      return related(`${sameDays(gap)}, similar words`);
    return sameSource ? related("same source") : null;
  }
  const [word] = shared.words;
  if (near && isOneMeeting(typed, logged, indicator) && (word !== undefined || typed.title === "")) {
    return likely("same rank", ...(word === undefined ? [] : [`both mention ${word}`]));
  }
  // Of the usual words only, but all of them.
  if (near && typed.title !== "" && typed.title.toLowerCase() === logged.title.toLowerCase())
    return likely("same words");
  // Titles in two scripts share no word, yet of the same rank there is seldom more than one on a day.
  if (gap <= 1 && typed.code !== null && isOneMeeting(typed, logged, indicator)) {
    return related(`${sameDays(gap)}, same rank`);
  }
  if (near && shared.words.length >= 2 && shared.portion >= 0.6) return likely("similar words");
  if (gap <= 31 && shared.words.length >= 3 && shared.portion >= 0.8) return likely("nearly the same words");
  return sameSource ? related("same source") : null;
}

/** Each names a document or a number, and none in common. */
function namesAnother(typed: TypedEvent, logged: TypedEvent): boolean {
  const [mine, theirs] = [symbolsOf(typed.title), symbolsOf(logged.title)];
  return mine.size > 0 && theirs.size > 0 && ![...mine].some((symbol) => theirs.has(symbol));
}

/** The words that two titles share, the codebook's left out, and their portion of the shorter one. */
function sharedWords(typed: TypedEvent, logged: TypedEvent, indicator: Indicator) {
  const labels = [indicator.label, ...indicator.codebook.map(({ label }) => label)];
  const usual = titleWords(labels.join(" "));
  const telling = (title: string): string[] => [...titleWords(title)].filter((word) => !usual.has(word));
  const [mine, theirs] = [telling(typed.title), telling(logged.title)];
  const words = mine.filter((word) => theirs.includes(word));
  return { words, portion: words.length / Math.max(1, Math.min(mine.length, theirs.length)) };
}

/** Both are of the same rank, or no step is chosen yet: of a leader's visit there is one on a day. */
function isOneMeeting(typed: TypedEvent, logged: TypedEvent, indicator: Indicator): boolean {
  const rankOf = (code: string | null) => indicator.codebook.find(({ key }) => key === code)?.facets?.["rank"];
  const theirs = rankOf(logged.code);
  return theirs !== undefined && (typed.code === null || rankOf(typed.code) === theirs);
}
