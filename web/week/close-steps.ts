/** The three steps that close a month, each with its state in a word. */
import type { Month } from "../../worker/core/types";
import type { ScenarioView } from "../../worker/core/view-types";
import { stepTitle } from "../forms/step-title";
import { h } from "../lib/dom";
import { formatDate } from "../lib/format";
import { scenarioPath } from "../lib/header";
import { eventLine, type EventLineOptions } from "./event-line";
import { sentenceOf, whoLooked, type MonthFacts } from "./month-panel";

export interface Step {
  element: HTMLElement;
  say(state: string, done: boolean): void;
}

export function step(number: number, title: string, ...content: (Node | null)[]): Step {
  const state = h("span", { class: "badge step-state" });
  const element = h(
    "section",
    { class: "step stack", "aria-labelledby": `step-${number}` },
    h("div", { class: "row between" }, stepTitle(number, title, `step-${number}`), state),
    ...content.filter((part) => part !== null),
  );
  return {
    element,
    say(text, done) {
      state.textContent = text;
      state.classList.toggle("done", done);
    },
  };
}

export interface StepOptions extends EventLineOptions {
  view: ScenarioView;
  month: Month;
  facts: MonthFacts;
}

/** Whether anybody has looked at the month: it has an event, or somebody said so. */
export function isCovered({ events, attestation }: MonthFacts): boolean {
  return events.events.length > 0 || attestation !== null;
}

export function lookingStep({ view, month, facts, slug }: StepOptions, looked: HTMLElement): Step {
  const name = formatDate(month);
  const { length } = facts.events.events;
  const events =
    length > 0 &&
    h(
      "a",
      { href: scenarioPath(slug, `/events?from=${month}&to=${month}`) },
      `See what is logged in ${name} (${length})`,
    );
  const log = h(
    "a",
    { class: "button small", href: scenarioPath(slug, `/log?date=${month}`) },
    `Log an event in ${name}`,
  );
  return step(
    1,
    "Looking",
    h("p", {}, sentenceOf(view, month)),
    whoLooked(facts.attestation),
    h("p", { class: "row" }, log, events),
    looked,
  );
}

export function reviewStep(options: StepOptions): Step {
  const { facts, month } = options;
  const { events } = facts.events;
  const open = events.filter(({ review }) => review !== "agreed");
  const name = formatDate(month);
  const list = h("ul", { class: "plain" }, ...open.map((event) => eventLine(event, options)));
  const found = step(
    2,
    "Review",
    open.length === 0
      ? h("p", {}, events.length === 0 ? `No event in ${name} to review.` : `All events of ${name} were reviewed.`)
      : h(
          "p",
          {},
          "Open one to review it, then come back here: what you typed is kept. You may go on with some unreviewed; the frozen page says how many.",
        ),
    open.length > 0 ? list : null,
  );
  const words = (["unreviewed", "disputed"] as const)
    .map((state) => ({ state, n: open.filter(({ review }) => review === state).length }))
    .filter(({ n }) => n > 0)
    .map(({ state, n }) => `${n} ${state}`);
  found.say(open.length === 0 ? "done" : words.join(", "), open.length === 0);
  return found;
}
