import { changeLabel, rangeLabel } from "../../worker/core/verdict-labels";
import type { MonthVerdict } from "../../worker/core/verdict-types";
import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { explained } from "./terms";
import { typeset } from "./words";

export interface Scale {
  /** Places in per cent of the line's length. */
  low: number;
  high: number;
  rise: number;
  nought: number;
  material: number;
}

/** Room at both ends of the line, as a share of what it must show. */
const ROOM = 0.08;

type Ranged = Pick<MonthVerdict, "reason" | "rise" | "riseLow" | "riseHigh" | "materialRise">;

/**
 * Where things stand on a line that shows the range, nought and D. Null where there is no range to show: with too little
 * to test, or where the range rounds to nothing.
 *
 * @example range -1 to 2, D = 3: the line runs from -1.32 to 3.32, so 0 stands at 1.32 / 4.64 = 28.4 %
 */
export function scaleOf({ reason, rise, riseLow, riseHigh, materialRise }: Ranged): Scale | null {
  if (reason === "months" || reason === "events" || reason === "indicators") return null;
  if (rise === null || riseLow === null || riseHigh === null) return null;
  if (rangeLabel({ riseLow, riseHigh }).startsWith("too")) return null;
  const from = Math.min(riseLow, 0);
  const length = Math.max(riseHigh, materialRise) - from;
  const at = (value: number) => (((value - from) / length + ROOM) / (1 + 2 * ROOM)) * 100;
  return { low: at(riseLow), high: at(riseHigh), rise: at(rise), nought: at(0), material: at(materialRise) };
}

function put<T extends HTMLElement>(element: T, left: number, width?: number): T {
  element.style.left = `${left}%`;
  if (width !== undefined) element.style.width = `${width}%`;
  return element;
}

/** Marks closer than this, in per cent, have their names put outwards. */
const CLOSE = 8;

function mark(at: number, text: string, side: string): HTMLElement {
  return put(h("span", { class: `interval-mark ${side}` }, h("span", {}, text)), at);
}

/** The 90 % range on a line with the marks 0 and D, and the same in words; null where there is no range. */
export function interval(view: ScenarioView, verdict: Ranged): HTMLElement | null {
  const scale = scaleOf(verdict);
  if (!scale) return null;
  const { materialRise } = verdict;
  const rise = typeset(changeLabel(verdict.rise ?? 0));
  const range = typeset(rangeLabel(verdict));
  const close = scale.material - scale.nought < CLOSE;
  // The name of the range follows the middle of its bar, but stays on the line.
  const middle = Math.min(82, Math.max(18, (scale.low + scale.high) / 2));
  return h(
    "figure",
    { class: "interval" },
    h(
      "div",
      {
        class: "interval-line",
        role: "img",
        "aria-label": `Range ${range}, middle ${rise}, on a line with marks at 0 and at ${materialRise}.`,
      },
      put(h("span", { class: "interval-range" }, range), middle),
      put(h("span", { class: "interval-bar" }), scale.low, scale.high - scale.low),
      put(h("span", { class: "interval-middle" }), scale.rise),
      mark(scale.nought, "0", close ? "left" : ""),
      mark(scale.material, String(materialRise), close ? "right" : ""),
    ),
    h(
      "figcaption",
      { class: "small muted" },
      "How many more points a month at the end of the period than at its start. ",
      ...explained(view, `Bar: 90 % range. Marks: 0, no change; ${materialRise}, a material rise.`, "range", "rise"),
    ),
  );
}
