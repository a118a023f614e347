/** What is shown in the form's place once an event is saved. Only now: index and verdict, before and after. */
import type { ApiEvent, SavedEvent } from "../../worker/contract/api-types";
import type { PageData } from "../../worker/contract/page";
import { currentWord } from "../../worker/core/settling";
import type { ScenarioView, ViewIndicator } from "../../worker/core/view-types";
import { api } from "../lib/api";
import { h } from "../lib/dom";
import { scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";
import { changeInWords, laterInWords } from "./change-words";
import { doneNotice } from "./done-notice";
import { earnedInWords } from "./event-view";
import { verdictInWords } from "./verdict-words";

export interface SavedOptions {
  page: PageData;
  /** The event, and those saved with it, which are of its day. */
  events: [SavedEvent, ...ApiEvent[]];
  indicators: readonly ViewIndicator[];
  warnings: string[];
  before: ScenarioView;
  onView: (view: ScenarioView) => void;
  onAnother: () => void;
  /** Leads back to where the form was opened. */
  leave: HTMLElement;
}

export function savedNotice(options: SavedOptions): HTMLElement {
  const { page, events, indicators, warnings, before, onView, onAnother, leave } = options;
  const [{ countsFrom }] = events;
  const change = h("p", {}, "Reading the new index.");
  const verdict = h("p");
  api<ScenarioView>("GET", `/scenarios/${encodeURIComponent(page.slug)}/view`).then(
    (view) => {
      change.textContent = changeInWords(before, view, events[0].date);
      verdict.textContent = verdictInWords(before.headlineVerdict, currentWord(view));
      onView(view);
    },
    () => {
      // The event is saved; only its effect could not be read.
      change.textContent = "The new index could not be read. The dashboard shows it.";
    },
  );
  const saved = (event: ApiEvent): HTMLElement =>
    h(
      "p",
      {},
      h("a", { href: scenarioPath(page.slug, `/events/${encodeURIComponent(event.id)}`) }, event.ref),
      " ",
      userText(event.title),
      ". ",
      earnedInWords(
        event,
        indicators.find(({ key }) => key === event.indicator),
      ),
    );
  return doneNotice(
    "Saved",
    [
      ...events.map(saved),
      countsFrom !== null && h("p", {}, laterInWords(countsFrom)),
      h("div", { role: "status" }, change, verdict),
      ...warnings.map((text) => h("p", {}, text)),
    ],
    { onAnother, leave },
  );
}
