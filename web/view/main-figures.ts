import { indexCaption, levelCaption } from "../../worker/core/captions";
import { countLabel } from "../../worker/core/labels";
import { addMonths, monthOf, monthsBetween } from "../../worker/core/months";
import { sourceNoun } from "../../worker/core/sentences";
import type { ScenarioView } from "../../worker/core/view-types";
import type { KeyEntry } from "../charts/figure";
import { rangesOf } from "../charts/ranges";
import type { Verdict } from "../charts/save";
import { h } from "../lib/dom";
import { formatDate } from "../lib/format";
import type { EventHref } from "./events";
import { pageOf } from "./saved-page";
import { figureSlot, type Slot } from "./slot";
import { explained } from "./terms";
import { splitStatement, typeset } from "./words";

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

/** The oldest bar may begin before the forecast: those months are in it and in the dashed line alike. */
function overlapNote({ level: { years }, registeredOn }: ScenarioView): string {
  const oldest = years.at(-1);
  if (!oldest) return "";
  const shared = monthsBetween(addMonths(oldest.to, -11), monthOf(registeredOn));
  return shared > 0 ? `The first bar shares ${countLabel(shared, "month")} with the dashed line. ` : "";
}

/** Twelve-month sums of direct conduct with the baseline as a line: the first chart of the page. */
export function levelPicture(view: ScenarioView, eventHref: EventHref): Drawn {
  const title = "Direct dealings, year by year";
  if (view.eventsCounted === 0) return empty(title, "The bars begin with the first event.");
  const [newest] = view.level.years;
  if (!newest) {
    return empty(title, "The bars begin once a month has passed since the forecast was registered.");
  }
  const { element, slot } = figureSlot({
    heading: h("h2", {}, title),
    caption: typeset(levelCaption(view)),
    // All bars end in the same month, which a narrow screen has no room to repeat.
    hint: `${overlapNote(view)}Each bar ends in ${formatDate(newest.to).replace(/ \d+$/, "")} of the year under it. Below that: how many of its twelve months were looked at.`,
    mark: "year",
    height: 280,
    key: [
      { swatch: "mark", text: `12 months before the ${sourceNoun(view)}` },
      { swatch: "solid", text: "9 or more months looked at" },
      { swatch: "hatched", text: "fewer: not judged" },
    ],
    behind: { view, eventHref },
    page: pageOf(view, eventHref),
    build: (charts) => charts.levelFigure(view),
  });
  return { element, slots: [slot] };
}

/** What the lines and marks of the index chart stand for. */
export function indexKey(view: ScenarioView): KeyEntry[] {
  const drivers = view.indicators.some(({ role }) => role === "driver");
  const roles = new Set((view.moves ?? []).map(({ role }) => role));
  const moved: KeyEntry[] = [
    ...(roles.has("direct") ? [{ swatch: "dot" as const, text: "moved it most" }] : []),
    ...(roles.has("driver") ? [{ swatch: "diamond" as const, text: "moved most by reasons to expect warming" }] : []),
  ];
  return [
    { swatch: "thick", text: "direct dealings" },
    ...(drivers ? [{ swatch: "thin" as const, text: "all evidence" }] : []),
    { swatch: "band", text: "doubtful sources" },
    { swatch: "dashed", text: "nobody looked" },
    ...moved,
  ];
}

function verdictOf({ statement }: ScenarioView): Verdict {
  const { word, headline, rest } = splitStatement(statement);
  return { headline: `${word}${headline}`, rest };
}

/** The warming index by month. */
export function indexPicture(view: ScenarioView, eventHref: EventHref): Drawn {
  const title = "Warming index";
  if (view.eventsCounted === 0) return empty(title, "The line begins with the first event.");
  const { element, slot } = figureSlot({
    heading: h("h2", {}, ...explained(view, title, "index")),
    caption: explained(view, typeset(indexCaption(view)), "driver", "band"),
    hint: "Point at or tap a month to read it; press it for its events.",
    mark: "month",
    height: 340,
    ranges: rangesOf(view),
    key: indexKey(view),
    behind: { view, eventHref },
    verdict: verdictOf(view),
    page: pageOf(view, eventHref),
    build: (charts) => charts.indexFigure(view),
  });
  return { element, slots: [slot] };
}
