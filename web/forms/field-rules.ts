/** Which questions the form asks for an indicator. Read from its kind and codebook facets, never from its key. */
import type { ViewIndicator } from "../../worker/core/view-types";
import { shapeOf } from "./facets";

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
  location: Place;
}

/** Steps after which a day is still to come. */
const AHEAD = ["announced", "put off"];

/**
 * Deals carry money and are told apart by project. Meetings cost nothing, and one that is announced or put off is for a
 * day. A state has neither an amount nor an end date, its end is the next change; but it may hold in one place only.
 */
export function fieldRules(indicator: Pick<ViewIndicator, "kind" | "codebook">, step = ""): FieldRules {
  if (indicator.kind === "state") {
    return { asks: "state", amount: "none", project: "none", plannedFor: "none", location: "main" };
  }
  const shape = shapeOf(indicator.codebook);
  return {
    asks: "code",
    amount: shape === "deals" ? "main" : shape === "meetings" ? "none" : "more",
    project: shape === "deals" ? "main" : "more",
    plannedFor: shape === "meetings" && AHEAD.includes(step) ? "main" : "more",
    location: "more",
  };
}
