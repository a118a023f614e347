/** A shared page in a frame of another site: the headline with its numbers, the index, and the way to the whole page. */
import type { SnapshotPageData } from "../../worker/contract/page";
import { kicker } from "../../worker/core/sentences";
import { completeView } from "../../worker/core/older-view";
import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { formatUtcDay } from "../lib/format";
import { userText } from "../lib/user-text";
import { indexKey } from "../view/main-figures";
import { removedNotice } from "../view/redactions";
import { figureSlot, type Slot } from "../view/slot";
import { splitStatement, typeset } from "../view/words";
import { pageUrl } from "./address";
import { correctionNotices, standing } from "./heading";

const CHART_HEIGHT = 200;

interface Embedded {
  element: HTMLElement[];
  slots: Slot[];
}

function figure(view: ScenarioView, url: string): { element: HTMLElement | null; slots: Slot[] } {
  if (view.eventsCounted === 0) return { element: null, slots: [] };
  const { slug, title, asOf, revision } = view;
  const { element, slot } = figureSlot({
    heading: h("h2", { class: "small-title" }, "Warming index, in points"),
    caption: "",
    hint: "Point at or tap a month to read it.",
    mark: "month",
    height: CHART_HEIGHT,
    key: indexKey(view),
    page: { slug, scenario: title, asOf, revision, url },
    build: (charts) => charts.indexFigure(view),
  });
  return { element, slots: [slot] };
}

/** Links leave the frame, and tell nobody where from. */
function foot(view: ScenarioView, page: SnapshotPageData): HTMLElement {
  const { revision } = view;
  const frozen = `Frozen on ${formatUtcDay(page.createdAt)} by `;
  const [by, after] =
    page.purpose === "live" ? [`${standing(page, view)}. By `, ". "] : [frozen, `, revision ${revision}. `];
  return h(
    "p",
    { class: "small muted embed-foot" },
    by,
    userText(page.publisher),
    after,
    h(
      "a",
      { href: pageUrl(page), target: "_blank", rel: "noopener noreferrer" },
      "The whole page: sources, method and limits",
    ),
  );
}

export function embedBody(stored: ScenarioView, page: SnapshotPageData): Embedded {
  const view = completeView(stored);
  const { word, headline, rest } = splitStatement(view.statement);
  // The sentence of the verdict's numbers; the page has those on checks and months looked at.
  const [numbers = ""] = typeset(rest).split(/(?<=\.)\s+(?=[\p{Lu}\d])/u);
  const { element: chart, slots } = figure(view, pageUrl(page));
  const parts = [
    correctionNotices(page),
    removedNotice(view.redactions ?? []),
    h("p", { class: "kicker" }, kicker(view)),
    h("h1", { class: "headline" }, word !== "" && h("span", { class: "verdict-word" }, word), headline),
    numbers === "" ? null : h("p", { class: "small" }, numbers),
    chart,
    foot(view, page),
  ];
  return { element: parts.filter((part) => part !== null), slots };
}
