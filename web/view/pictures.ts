import { actsOf, className } from "../../worker/core/acts";
import { actsCaption } from "../../worker/core/acts-captions";
import { listLabel, lowerFirst } from "../../worker/core/labels";
import { amountsCaption, shareLabel, stateCaption, withoutAmountCaption } from "../../worker/core/picture-captions";
import type { Role } from "../../worker/core/types";
import type { ScenarioView, ViewIndicator } from "../../worker/core/view-types";
import { patternsOf, WEIGHT_PATTERNS } from "../charts/acts";
import type { KeyEntry } from "../charts/figure";
import { emptyStages, ROW_HEIGHT, shapeKey, stages } from "../charts/amounts";
import { statePattern } from "../charts/states";
import { h } from "../lib/dom";
import { userText, visibleText } from "../lib/user-text";
import type { EventHref } from "./events";
import { type Picture, pictureOf } from "./picture-of";
import { hasRoom } from "./room";
import { pageOf } from "./saved-page";
import { type Charts, figureSlot, keyList, type Slot } from "./slot";
import { typeset } from "./words";

/** Pixels of a picture: what is drawn apart from direct dealings is also drawn smaller. */
const HEIGHTS = { direct: 128, other: 104, state: 66 };

interface Drawing {
  caption: string;
  hint: string;
  mark: string;
  height: number;
  key: KeyEntry[];
  keyApart?: KeyEntry[];
  build: (charts: Charts) => ReturnType<Charts["stateFigure"]>;
}

function stateDrawing(view: ScenarioView, indicator: ViewIndicator): Drawing {
  const seen = new Set(indicator.spans.map(({ state }) => state));
  // States that look alike share a swatch.
  const byPattern = Map.groupBy(
    indicator.states.filter(({ key }) => seen.has(key)),
    ({ key }) => statePattern(indicator, key),
  );
  return {
    caption: stateCaption(indicator),
    hint: "",
    mark: "state",
    height: HEIGHTS.state,
    key: [...byPattern].map(([swatch, states]) => ({
      swatch,
      text: states.map(({ label }) => lowerFirst(label)).join(", "),
    })),
    build: (charts) => charts.stateFigure(view, indicator),
  };
}

function amountDrawing(view: ScenarioView, indicator: ViewIndicator): Drawing {
  const empty = emptyStages(indicator).map(lowerFirst);
  const asides = [empty.length === 0 ? "" : `No amounts at all: ${empty.join(", ")}.`, withoutAmountCaption(indicator)];
  return {
    caption: amountsCaption(indicator),
    hint: "",
    mark: "amount",
    height: stages(indicator).length * ROW_HEIGHT + 34,
    key: [...shapeKey(indicator), "Bigger: more money", ...asides.filter(Boolean)].map((text) => ({
      swatch: "none",
      text,
    })),
    build: (charts) => charts.amountFigure(view, indicator),
  };
}

/** The classes of a picture; weights have one key for all pictures. */
function actsKey(indicator: ViewIndicator): KeyEntry[] {
  const acts = actsOf(indicator);
  if (acts.by === "weight") return [];
  const patterns = patternsOf(acts);
  return acts.classes.map((one, order) => ({
    swatch: patterns[order] ?? "solid",
    text: `${className(one)}${one.sign < 0 ? " (down)" : ""}`,
  }));
}

const WEIGHTS: KeyEntry[] = [
  { swatch: "none", text: "Up: towards warming. Down: away from it. An event scores" },
  { swatch: WEIGHT_PATTERNS["weighty"] ?? "solid", text: "5 points or more" },
  { swatch: WEIGHT_PATTERNS["middling"] ?? "solid", text: "2.5 to 4.9" },
  { swatch: WEIGHT_PATTERNS["slight"] ?? "solid", text: "less" },
];

/** The key to all pictures whose bars are classed by weight; null without one. */
function weightKey(view: ScenarioView): HTMLElement | null {
  const weighed = view.indicators.some(
    (indicator) => pictureOf(indicator) === "acts" && !isEmpty(indicator) && actsOf(indicator).by === "weight",
  );
  if (!weighed) return null;
  return keyList(WEIGHTS);
}

function actsDrawing(view: ScenarioView, indicator: ViewIndicator): Drawing {
  return {
    caption: actsCaption(view, indicator),
    hint: "",
    mark: "year",
    height: indicator.role === "direct" ? HEIGHTS.direct : HEIGHTS.other,
    key: actsKey(indicator),
    keyApart: actsOf(indicator).by === "weight" ? WEIGHTS : [],
    build: (charts) => charts.actsFigure(view, indicator),
  };
}

const DRAWINGS: Record<Picture, (view: ScenarioView, indicator: ViewIndicator) => Drawing> = {
  state: stateDrawing,
  amounts: amountDrawing,
  acts: actsDrawing,
};

/** An empty indicator is said in words. */
function isEmpty(indicator: ViewIndicator): boolean {
  return indicator.spans.length + indicator.amounts.length + indicator.countsByYear.length === 0;
}

/** The heading over each group: what counts in full stands apart from what counts less and what does not count. */
function groupTitle(role: Role, of: ViewIndicator[]): string {
  const share = shareLabel(of);
  if (role === "direct") return "Direct dealings";
  return role === "driver" ? `Reasons to expect warming: ${share}` : `Context: ${share}`;
}

/** One picture for each indicator, in the scenario's order within its role, all on the same time axis. */
export function pictures(view: ScenarioView, eventHref: EventHref): { element: HTMLElement | null; slots: Slot[] } {
  if (view.indicators.length === 0) return { element: null, slots: [] };
  const slots: Slot[] = [];
  const lane = (indicator: ViewIndicator): HTMLElement => {
    const drawing = DRAWINGS[pictureOf(indicator)](view, indicator);
    const heading = h("h4", {}, userText(indicator.label));
    if (isEmpty(indicator)) {
      return h("div", { class: "figure lane" }, heading, h("p", { class: "muted" }, drawing.caption));
    }
    const caption = typeset(drawing.caption);
    const { element, slot } = figureSlot({
      ...drawing,
      caption,
      heading,
      lane: true,
      behind: { view, eventHref },
      page: pageOf(view, eventHref),
    });
    element.classList.toggle("amounts", pictureOf(indicator) === "amounts");
    slots.push(slot);
    return element;
  };
  const groups = (["direct", "driver", "context"] as const).flatMap((role) => {
    const of = view.indicators.filter((indicator) => indicator.role === role);
    if (of.length === 0) return [];
    return h(
      "details",
      { class: `lanes ${role}`, open: role === "direct" || hasRoom() },
      h(
        "summary",
        {},
        h("h3", {}, groupTitle(role, of)),
        h("span", { class: "inside small" }, listLabel(of.map(({ label }) => visibleText(label)))),
      ),
      ...of.map(lane),
    );
  });
  const element = h(
    "section",
    { class: "stack", "aria-labelledby": "pictures-title" },
    h("h2", { id: "pictures-title" }, "Indicator by indicator"),
    h(
      "p",
      { class: "small muted" },
      "One time axis for all. Point at, tap or walk with the arrow keys through one, and the others show the same time; a press opens the events.",
    ),
    weightKey(view),
    ...groups,
  );
  return { element, slots };
}
