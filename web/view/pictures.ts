import { amountsCaption, countCaption, stateCaption } from "../../worker/core/captions";
import { lowerFirst } from "../../worker/core/labels";
import type { Role } from "../../worker/core/types";
import type { ScenarioView, ViewIndicator } from "../../worker/core/view-types";
import { ROW_HEIGHT, shapeKey, stages } from "../charts/amounts";
import { statePattern } from "../charts/states";
import { partners } from "../charts/year-counts";
import { h } from "../lib/dom";
import { listOf } from "../lib/format";
import { userText } from "../lib/user-text";
import { type Picture, pictureOf } from "./picture-of";
import { type Charts, figureSlot, type KeyEntry, type Slot } from "./slot";
import { typeset } from "./words";

const ROLE_NAMES: Record<Role, string> = {
  direct: "",
  driver: "reason to expect warming",
  context: "context, no points",
};

interface Drawing {
  caption: string;
  hint: string;
  height: number;
  key: KeyEntry[];
  build: (charts: Charts) => ReturnType<Charts["stateFigure"]>;
}

function stateDrawing(view: ScenarioView, indicator: ViewIndicator): Drawing {
  const seen = new Set(indicator.spans.map(({ state }) => state));
  // States that earn the same share look alike, so they share a swatch: open and no longer in use, for instance.
  const byPattern = Map.groupBy(
    indicator.states.filter(({ key }) => seen.has(key)),
    ({ key }) => statePattern(indicator, key),
  );
  return {
    caption: stateCaption(indicator),
    hint: "Point at or tap the band for its dates.",
    height: 76,
    key: [...byPattern].map(([swatch, states]) => ({
      swatch,
      text: states.map(({ label }) => lowerFirst(label)).join(", "),
    })),
    build: (charts) => charts.stateFigure(view, indicator),
  };
}

function amountDrawing(view: ScenarioView, indicator: ViewIndicator): Drawing {
  return {
    caption: amountsCaption(indicator),
    hint: "Bigger marks are bigger amounts. Point at or tap one to read it.",
    height: stages(indicator).length * ROW_HEIGHT + 36,
    key: shapeKey(indicator).map((text) => ({ swatch: "none", text })),
    build: (charts) => charts.amountFigure(view, indicator),
  };
}

function countDrawing(view: ScenarioView, indicator: ViewIndicator): Drawing {
  return {
    caption: countCaption(indicator),
    hint: "Point at or tap a year for its counts.",
    height: 180,
    key: [
      { swatch: "solid", text: `with ${listOf(partners(indicator))}` },
      { swatch: "outline", text: "alone" },
    ],
    build: (charts) => charts.countFigure(view, indicator),
  };
}

const DRAWINGS: Record<Exclude<Picture, "none">, (view: ScenarioView, indicator: ViewIndicator) => Drawing> = {
  state: stateDrawing,
  amounts: amountDrawing,
  counts: countDrawing,
};

function heading(indicator: ViewIndicator): HTMLElement {
  const role = ROLE_NAMES[indicator.role];
  return h("h3", {}, userText(indicator.label), role !== "" && " ", role !== "" && h("span", { class: "badge" }, role));
}

/** Whether there is anything to draw; an empty indicator is said in words. */
function isEmpty(indicator: ViewIndicator, picture: Picture): boolean {
  if (picture === "state") return indicator.spans.length === 0;
  return picture === "amounts" ? indicator.amounts.length === 0 : indicator.countsByYear.length === 0;
}

/** What an indicator without a picture holds, in words: none is passed over in silence. */
function inWords(indicator: ViewIndicator): HTMLElement {
  return h("li", { class: "figure" }, heading(indicator), h("p", {}, typeset(countCaption(indicator))));
}

/** One picture for each indicator that has one, in the scenario's order and on the same time axis; the others in words. */
export function pictures(view: ScenarioView): { element: HTMLElement | null; slots: Slot[] } {
  const slots: Slot[] = [];
  const elements: HTMLElement[] = [];
  const worded: HTMLElement[] = [];
  for (const indicator of view.indicators) {
    const picture = pictureOf(indicator);
    if (picture === "none") {
      worded.push(inWords(indicator));
      continue;
    }
    const drawing = DRAWINGS[picture](view, indicator);
    if (isEmpty(indicator, picture)) {
      elements.push(h("div", { class: "figure" }, heading(indicator), h("p", { class: "muted" }, drawing.caption)));
      continue;
    }
    const { element, slot } = figureSlot({
      ...drawing,
      caption: typeset(drawing.caption),
      heading: heading(indicator),
    });
    elements.push(element);
    slots.push(slot);
  }
  if (elements.length + worded.length === 0) return { element: null, slots };
  const element = h(
    "section",
    { class: "stack", "aria-labelledby": "pictures-title" },
    h("h2", { id: "pictures-title" }, "Indicator by indicator"),
    h("div", { class: "pictures" }, ...elements),
    worded.length > 0 && h("ul", { class: "plain pictures" }, ...worded),
  );
  return { element, slots };
}
