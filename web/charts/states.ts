import type { ViewIndicator } from "../../worker/core/view-types";
import { visibleText } from "../lib/user-text";
import type { Pattern } from "./figure";

/** Full scale is drawn solid, part of it hatched, nothing of it outlined: legible without colour. */
export function statePattern(indicator: ViewIndicator, state: string): Pattern {
  const value = indicator.states.find((level) => level.key === state)?.value ?? 0;
  if (value >= 1) return "solid";
  return value > 0 ? "hatched" : "outline";
}

export function stateLabel(indicator: ViewIndicator, state: string): string {
  return visibleText(indicator.states.find((level) => level.key === state)?.label ?? state);
}
