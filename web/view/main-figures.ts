import { indexCaption } from "../../worker/core/captions";
import { sourceNoun } from "../../worker/core/sentences";
import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { formatDate, formatNumber } from "../lib/format";
import { figureSlot, type Slot } from "./slot";
import { explained } from "./terms";
import { typeset } from "./words";

interface Drawn {
  element: HTMLElement;
  slots: Slot[];
}

function empty(title: string, text: string): Drawn {
  return {
    element: h("div", { class: "figure" }, h("h2", {}, title), h("p", { class: "empty muted" }, text)),
    slots: [],
  };
}

/** Twelve-month sums of direct conduct with the baseline as a line: the first chart of the page. */
export function levelPicture(view: ScenarioView): Drawn {
  const title = "Direct dealings, year by year";
  if (view.eventsCounted === 0) return empty(title, "The bars begin with the first event.");
  const [newest] = view.level.years;
  if (!newest) {
    return empty(title, "The bars begin once a month has passed since the forecast was registered.");
  }
  const { element, slot } = figureSlot({
    heading: h("h2", {}, title),
    caption: `Points earned in sums of twelve months. The dashed line is the yardstick: the twelve months before the ${sourceNoun(view)}.`,
    // All bars end in the same month, which a narrow screen has no room to repeat.
    hint: `Each bar ends in ${formatDate(newest.to).replace(/ \d+$/, "")} of the year under it. Below that: how many of its twelve months were looked at.`,
    height: 300,
    key: [
      {
        swatch: "mark",
        text: `12 months before the ${sourceNoun(view)}: ${formatNumber(view.level.baseline12.direct)}`,
      },
      { swatch: "solid", text: "9 or more months looked at" },
      { swatch: "hatched", text: "fewer: not judged" },
    ],
    build: (charts) => charts.levelFigure(view),
  });
  return { element, slots: [slot] };
}

/** The warming index by month. */
export function indexPicture(view: ScenarioView): Drawn {
  const title = "Warming index";
  if (view.eventsCounted === 0) return empty(title, "The line begins with the first event.");
  const drivers = view.indicators.some(({ role }) => role === "driver");
  const { element, slot } = figureSlot({
    heading: h("h2", {}, ...explained(view, title, "index")),
    caption: explained(view, typeset(indexCaption(view)), "driver", "band"),
    hint: "Point at or tap a month to read it.",
    height: 340,
    key: [
      { swatch: "thick", text: "direct dealings" },
      ...(drivers ? [{ swatch: "thin" as const, text: "all evidence" }] : []),
      { swatch: "band", text: "doubtful sources" },
      { swatch: "dashed", text: "nobody looked" },
    ],
    build: (charts) => charts.indexFigure(view),
  });
  return { element, slots: [slot] };
}
