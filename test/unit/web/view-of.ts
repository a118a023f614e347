import { assembleView } from "../../../worker/core/view";
import { type LoggedScenario, viewInputFromEvents } from "../../../worker/core/view-from-events";
import type { ScenarioView, ViewIndicator } from "../../../worker/core/view-types";
import type { Theme } from "../../../web/charts/figure";
import { aScenario } from "../../factories";

export function viewOf(over: Partial<LoggedScenario> = {}): ScenarioView {
  return assembleView(viewInputFromEvents(aScenario(over)));
}

export function indicatorOf(view: ScenarioView, key: string): ViewIndicator {
  const indicator = view.indicators.find((candidate) => candidate.key === key);
  if (!indicator) throw new Error(`no indicator ${key}`);
  return indicator;
}

/** A theme that says what was asked of it. */
export const plainTheme: Theme = {
  font: "sans-serif",
  paint: (paint) => paint,
  fill: (paint, pattern) => `${pattern} ${paint}`,
};
