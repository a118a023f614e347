import type { ViewIndicator } from "../../worker/core/view-types";
import { visibleText } from "../lib/user-text";
import type { Pattern } from "./figure";

/**
 * Full scale is drawn solid, part of it hatched, nothing of it outlined, and dotted where a second state earns nothing
 * either: open and no longer in use, for instance. Legible without colour.
 */
export function statePattern({ states }: Pick<ViewIndicator, "states">, state: string): Pattern {
  const value = states.find(({ key }) => key === state)?.value ?? 0;
  if (value >= 1) return "solid";
  if (value > 0) return "hatched";
  const first = states.find((level) => level.value <= 0)?.key ?? state;
  return state === first ? "outline" : "dotted";
}

export function stateLabel(indicator: ViewIndicator, state: string): string {
  return visibleText(indicator.states.find((level) => level.key === state)?.label ?? state);
}
