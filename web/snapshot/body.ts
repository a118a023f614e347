/** A shared page from top to bottom: for its readers, and as a preview for whoever is about to share it. */
import type { SnapshotPageData } from "../../worker/contract/page";
import { completeView } from "../../worker/core/older-view";
import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { renderView } from "../view/render";
import type { Below, Slot } from "../view/slot";
import { fileHref } from "./address";
import { checkSection } from "./check";
import { heading } from "./heading";
import { quote } from "./quote";
import { sinceThen } from "./since";
import { files } from "./files";

export interface SnapshotBody {
  element: HTMLElement;
  slots: Slot[];
  below: Below;
}

/**
 * Everything but the site's header; `drawSlots(slots, below)` draws it. Without a path it is a preview, of a link to come or
 * of one in the list: it says what only its readers find there, and nothing is asked of the server.
 */
export function snapshotBody(stored: ScenarioView, page: SnapshotPageData): SnapshotBody {
  const view = completeView(stored);
  const made = page.path !== "";
  const rendered = renderView(view, {
    eventHref: null,
    onMonth: null,
    monthsOpen: false,
    barsFirst: true,
    claimLinks: null,
    moreEvents: made ? h("a", { href: fileHref(page, "events.csv"), download: true }, "All as CSV") : null,
    underHeadline: null,
    afterFirstScreen: quote(view, page),
  });
  const element = h("div", { class: made ? "shared" : "shared preview" }, heading(view, page), rendered.element);
  const words = (): void => {
    rendered.below.words();
    const sinceHead = element.querySelector(".since-head");
    const since =
      made && page.since ? sinceThen(page, (sentence) => void (sinceHead && (sinceHead.textContent = sentence))) : null;
    element.append(
      ...[since?.element, files(view, page), made ? checkSection(page) : null].filter((part) => part != null),
    );
    // Asked for last: nothing of the frozen page waits for it.
    since?.load();
  };
  return { element, slots: rendered.slots, below: { figures: rendered.below.figures, words } };
}
