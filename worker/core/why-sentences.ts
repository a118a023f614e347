/** Sentences about what moved the index lately. */
import { dateLabel, monthLabel, pointsLabel } from "./labels";
import { largestRemainder } from "./largest-remainder";
import { addMonths, monthOf } from "./months";
import { movementOf } from "./movement";
import { changeLabel } from "./verdict-labels";
import type { ScenarioView } from "./view-types";

/**
 * How the index moved since the month before the as-of month, rounded so that the shown numbers add up. Null where the
 * view starts with the as-of month. Source: method, section 2.
 *
 * @example 2.1 in May, 2.7 new in June // "Since the end of May 2012: 2.1 then, -0.2 by fading, +2.7 by new points, 4.6 on
 * 30 June 2012."
 */
export function movementSentence(view: Pick<ScenarioView, "months" | "halfLifeMonths" | "asOf">): string | null {
  const to = monthOf(view.asOf);
  const from = addMonths(to, -1);
  const movement = movementOf(view, from, to);
  if (!movement) return null;
  const start = view.months.find(({ month }) => month === from)?.index ?? 0;
  const [then = 0, faded = 0, added = 0] = largestRemainder([start, movement.faded, movement.added], 1);
  // A negative index fades upwards, towards nought.
  return (
    `Since the end of ${monthLabel(from)}: ${pointsLabel(then)} then, ${changeLabel(faded)} by fading, ` +
    `${changeLabel(added)} by new points, ${pointsLabel(then + faded + added)} on ${dateLabel(view.asOf)}.`
  );
}
