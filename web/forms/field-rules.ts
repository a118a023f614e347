/** Which questions the form asks for an indicator. Read from its kind and codebook facets, never from its key. */
import type { ViewIndicator } from "../../worker/core/view-types";

/** Asked up front, folded under "More", or not at all. */
export type Place = "main" | "more" | "none";

export interface FieldRules {
  /** An entry of the codebook, or the new state. */
  asks: "code" | "state";
  /** Amount and whose money it is. */
  amount: Place;
  project: Place;
  /** The day or month that something is announced for. */
  plannedFor: Place;
}

/**
 * A codebook that tells steps apart (offered, signed, delivered) but no ranks follows deals: those carry money and are
 * told apart by project. One that tells ranks apart follows meetings: those are announced for a day and cost nothing.
 * A state has neither an amount nor an end date: its end is the next change.
 */
export function fieldRules(indicator: Pick<ViewIndicator, "kind" | "codebook">): FieldRules {
  if (indicator.kind === "state") return { asks: "state", amount: "none", project: "none", plannedFor: "none" };
  const has = (facet: string): boolean => indicator.codebook.some((entry) => entry.facets?.[facet] !== undefined);
  const meetings = has("rank");
  const deals = has("step") && !meetings;
  return {
    asks: "code",
    amount: deals ? "main" : meetings ? "none" : "more",
    project: deals ? "main" : "more",
    plannedFor: meetings && has("step") ? "main" : "more",
  };
}
