import { type LikelyDates, likelyDates, mayBeUnlikely } from "../contract/likely-dates";
import type { RawEvent } from "../contract/read-field";
import { windowStart } from "../core/coverage";
import { dayOfInstant } from "../core/days";
import { spanStart } from "../core/span";
import type { Registration } from "../core/types";
import type { AppContext } from "../http/context";
import { firstDate } from "../store/events";

/**
 * Which dates need no question in a scenario. Its window decides alone nearly always; only where something sent is older is
 * the scenario's first event read, which may lie further back: one row.
 */
export async function likelyFor(
  { var: { db, now } }: Pick<AppContext, "var">,
  registration: Registration,
  sent: readonly RawEvent[],
): Promise<LikelyDates> {
  const today = dayOfInstant(now);
  const byWindow = likelyDates(registration, null, today);
  if (!sent.some((raw) => mayBeUnlikely(raw, byWindow))) return byWindow;
  const first = await firstDate(db, registration.slug, spanStart(windowStart(registration)));
  return likelyDates(registration, first, today);
}
