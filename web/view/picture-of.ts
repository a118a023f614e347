import type { ViewIndicator } from "../../worker/core/view-types";

export type Picture = "state" | "amounts" | "counts" | "none";

/** Fewer amounts than this are better read in the list of events than drawn. */
const FEWEST_AMOUNTS = 5;

/**
 * Which picture fits an indicator, by what it is made of and never by its key: a state is a band; money that moves in
 * steps, or several amounts, are dated amounts; acts done alone or with somebody (facet `with`) are counts per year. A
 * codebook that also has ranks describes meetings, whose picture is another one.
 */
export function pictureOf(indicator: Pick<ViewIndicator, "kind" | "codebook" | "amounts">): Picture {
  const has = (facet: string) => indicator.codebook.some((entry) => entry.facets?.[facet] !== undefined);
  if (indicator.kind === "state") return "state";
  if (has("step") && !has("rank")) return "amounts";
  if (indicator.amounts.length >= FEWEST_AMOUNTS) return "amounts";
  return has("with") ? "counts" : "none";
}
