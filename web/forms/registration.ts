/** What the scenario registered, read once a page: the checks need its codebooks, the points its weights. */
import { type LikelyDates, likelyDates } from "../../worker/contract/likely-dates";
import { lastDayOf } from "../../worker/core/months";
import type { Registration } from "../../worker/core/types";
import type { ScenarioView } from "../../worker/core/view-types";
import { api } from "../lib/api";

export function registrationOf(slug: string): () => Promise<Registration> {
  let found: Registration | null = null;
  return async () => {
    // A failed try is not kept: the next one may find the server back.
    found ??= await api<Registration>("GET", `/scenarios/${encodeURIComponent(slug)}`);
    return found;
  };
}

/** Which dates need no question, as near as a view tells: the server knows the day of the first event, a view its month. */
export function likelyIn(
  { months }: Pick<ScenarioView, "months">,
  registration: Registration,
  today: string,
): LikelyDates {
  const first = months.find(({ events }) => events > 0);
  return likelyDates(registration, first ? lastDayOf(first.month) : null, today);
}
