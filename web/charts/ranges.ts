import type { ScenarioView } from "../../worker/core/view-types";
import { monthAt, timeAxis } from "./axis";
import type { Range } from "./figure";

/** Months shown around the forecast: a year and a half before, three years after. */
const [BEFORE, AFTER] = [18.5, 36.5];

/** The stretches of the index that can be asked for; all of it last. One that shows what another does is left out. */
export function rangesOf(view: ScenarioView): Range[] {
  const axis = timeAxis(view);
  const end = axis.length - 0.5;
  const last = (years: number): Range => ({
    key: String(years),
    label: `${years} y`,
    from: Math.max(-0.5, end - years * 12),
    to: end,
  });
  const start = monthAt(axis, view.registeredOn.slice(0, 7));
  const around: Range = {
    key: "r",
    label: view.mode === "back-test" ? "Around the article" : "Around the start",
    from: Math.max(-0.5, start - BEFORE),
    to: Math.min(end, start + AFTER),
  };
  const useful = [last(1), last(3), last(5), around].filter(
    (range) => range.to - range.from >= 6 && range.to - range.from < end,
  );
  return useful.length === 0 ? [] : [...useful, { key: "0", label: "All", from: -0.5, to: end }];
}
