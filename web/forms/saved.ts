/** What is shown in the form's place once an event is saved. */
import type { PageData } from "../../worker/contract/page";
import type { ScenarioView, ViewIndicator } from "../../worker/core/view-types";
import { api } from "../lib/api";
import { h } from "../lib/dom";
import { scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";
import type { ApiEvent } from "../../worker/contract/api-types";
import { changeInWords } from "./change-words";
import { earnedInWords } from "./event-view";

export interface SavedOptions {
  page: PageData;
  event: ApiEvent;
  indicator: ViewIndicator;
  warnings: string[];
  before: ScenarioView;
  onView: (view: ScenarioView) => void;
  onAnother: () => void;
}

export function savedNotice(options: SavedOptions): HTMLElement {
  const { page, event, indicator, warnings, before, onView, onAnother } = options;
  const change = h("p", { role: "status" }, "Reading the new index.");
  api<ScenarioView>("GET", `/scenarios/${encodeURIComponent(page.slug)}/view`).then(
    (view) => {
      change.textContent = changeInWords(before, view, event.date);
      onView(view);
    },
    () => {
      // The event is saved; only its effect could not be read.
      change.textContent = "The new index could not be read. The dashboard shows it.";
    },
  );
  const heading = h("h2", { tabindex: -1 }, "Saved");
  const element = h(
    "section",
    { class: "notice success saved" },
    heading,
    h(
      "p",
      {},
      h("a", { href: scenarioPath(page.slug, `/events/${encodeURIComponent(event.id)}`) }, event.ref),
      " ",
      userText(event.title),
    ),
    h("p", {}, earnedInWords(event, indicator)),
    change,
    ...warnings.map((text) => h("p", {}, text)),
    h(
      "p",
      { class: "row" },
      h("button", { class: "button primary", type: "button", onclick: onAnother }, "Log another"),
      h("a", { class: "button", href: scenarioPath(page.slug) }, "Back to the dashboard"),
    ),
  );
  // Once it stands in the page: whoever pressed Save is told by the focus where the answer is.
  queueMicrotask(() => heading.focus());
  return element;
}
