import { countLabel, pointsLabel } from "./labels";
import { verdictLabel } from "./verdict-labels";
import type { VerdictWord } from "./verdict-types";

interface Point {
  index: number;
  verdict: VerdictWord | null;
}

interface SinceThen {
  before: Point;
  now: Point;
  added: number;
  corrected: number;
  retracted: number;
}

/**
 * What became of a frozen page, in one sentence: events by what was done to them (one that was corrected twice counts
 * twice), the index in points of then and now, and the verdict where it is another. Time alone moves the index: events fade.
 *
 * @example sinceSentence({ added: 3, corrected: 1, retracted: 0, before: { index: 22.6, ... }, now: { index: 18.1, ... } })
 * // "Since then: 3 events added, 1 corrected; index 22.6 then, 18.1 now."
 */
export function sinceSentence({ before, now, added, corrected, retracted }: SinceThen): string {
  const acts = actParts([
    [added, "added"],
    [corrected, "corrected"],
    [retracted, "retracted"],
  ]);
  const figures = [...indexPart(before, now, acts !== ""), ...verdictPart(before, now)];
  const did = acts === "" ? "Nothing was added or corrected since" : `Since then: ${acts}`;
  return `${[did, ...figures].join("; ")}.`;
}

/** The noun stands with the first count only: "3 events added, 1 corrected". */
function actParts(counts: [number, string][]): string {
  return counts
    .filter(([count]) => count > 0)
    .map(([count, act], place) => {
      const label = countLabel(count, "event");
      return `${place === 0 ? label : label.replace(/ events?$/, "")} ${act}`;
    })
    .join(", ");
}

function indexPart(before: Point, now: Point, acted: boolean): string[] {
  const [was, is] = [pointsLabel(before.index), pointsLabel(now.index)];
  if (was !== is) return [`index ${was} then, ${is} now`];
  return acted ? [`index ${was} then and now`] : [];
}

/** Told where both are known: the oldest frozen views have none, and today's may still be worked out. */
function verdictPart({ verdict: was }: Point, { verdict: is }: Point): string[] {
  if (was === null || is === null || was === is) return [];
  return [`verdict ${verdictLabel(was)} then, ${verdictLabel(is)} now`];
}
