import type { ViewIndicator } from "../../worker/core/view-types";

export type Picture = "state" | "amounts" | "acts";

/**
 * Which picture fits an indicator, by what it is made of and never by its key: a state is a band; money that moves in
 * steps (facet `step` without `rank`) is dated amounts, once there is one; all else is events by year. A codebook that
 * also has ranks describes meetings.
 */
export function pictureOf({ kind, codebook, amounts }: Pick<ViewIndicator, "kind" | "codebook" | "amounts">): Picture {
  const has = (facet: string) => codebook.some((entry) => entry.facets?.[facet] !== undefined);
  if (kind === "state") return "state";
  return has("step") && !has("rank") && amounts.length > 0 ? "amounts" : "acts";
}
