import { fading } from "./warming-index";
import { monthsBetween } from "./months";
import type { Month } from "./types";
import type { ScenarioView } from "./view-types";

export interface Movement {
  from: Month;
  to: Month;
  /** Points earned since, as faded at the end. */
  added: number;
  /** What fading took from what stood at the start. */
  faded: number;
}

/**
 * How the index moved between two months of a view: I_b - I_a = points since a, as faded at b, less (1 - L^(b-a)) I_a.
 * Null where a month is not in the view. Source: method, section 2.
 *
 * @example May to October 2012 of the worked example // added +8.35, faded -11.16, together -2.80
 */
export function movementOf(
  view: Pick<ScenarioView, "months" | "halfLifeMonths">,
  from: Month,
  to: Month,
): Movement | null {
  const start = view.months.find(({ month }) => month === from);
  const end = view.months.find(({ month }) => month === to);
  if (!start || !end || from >= to) return null;
  const kept = fading(monthsBetween(from, to), view.halfLifeMonths);
  const faded = (kept - 1) * start.index;
  return { from, to, added: end.index - start.index - faded, faded };
}
