import { assembleView } from "../../../worker/core/view";
import { type LoggedScenario, viewInputFromEvents } from "../../../worker/core/view-from-events";
import type { ScenarioView, ViewIndicator } from "../../../worker/core/view-types";
import type { Config, Theme } from "../../../web/charts/figure";
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
  ink: "#000000",
  muted: "#555555",
  line: "#cccccc",
  paper: "#ffffff",
  accent: "#0a4f6d",
  band: "#0a4f6d2e",
  font: "sans-serif",
  colour: (colour) => colour,
  fill: (colour, pattern) => `${pattern} ${colour}`,
};

/** The points of a dataset, or of the first one. */
export function pointsOf<T>(config: Config, order = 0): T[] {
  return (config.data.datasets[order]?.data ?? []) as T[];
}
