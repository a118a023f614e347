/** What stands behind a mark of a chart: the events of a month, a year or twelve months, with points and sources. */
import type { ApiEvent } from "../../worker/contract/api-types";
import { firstDayOf, lastDayOf, monthOf } from "../../worker/core/months";
import type { ScenarioView, ViewEvent } from "../../worker/core/view-types";
import type { Opening } from "../charts/figure";
import { api, asProblem } from "../lib/api";
import { h } from "../lib/dom";
import { countOf } from "../lib/format";
import { scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";
import { eventItem } from "./event-item";
import type { EventHref } from "./events";

/** Where the events behind a mark are found. */
export interface Behind {
  view: ScenarioView;
  /** Pages of events; null on a snapshot, which has only what its view holds. */
  eventHref: EventHref;
}

/** So many are listed; the rest is a link away. */
const LISTED = 12;

type Listed = Pick<
  ViewEvent,
  "ref" | "date" | "indicator" | "title" | "points" | "sourceTitle" | "sourceUrl" | "grade" | "state"
>;

function within(opening: Opening, { date, indicator }: Pick<ViewEvent, "date" | "indicator">): boolean {
  if (opening.indicator !== undefined && indicator !== opening.indicator) return false;
  const day = firstDayOf(date);
  const last = opening.to.length === 7 ? lastDayOf(opening.to) : opening.to;
  return day >= firstDayOf(opening.from) && day <= last;
}

function largestFirst(a: Listed, b: Listed): number {
  return Math.abs(b.points) - Math.abs(a.points) || (a.date < b.date ? -1 : 1);
}

/** The events of a stretch of time that a view happens to hold, the largest first, each once. */
export function heldEvents(view: ScenarioView, opening: Opening): Listed[] {
  const all = [
    ...(opening.events ?? []),
    ...(view.moves ?? []).flatMap(({ events }) => events),
    ...view.latestEvents,
    ...view.indicators.flatMap(({ amounts }) => amounts),
  ];
  const byRef = new Map(all.filter((event) => within(opening, event)).map((event) => [event.ref, event]));
  return [...byRef.values()].toSorted(largestFirst);
}

/** The list of events, filtered to the same stretch. */
export function listHref(slug: string, { from, to, indicator }: Opening, asOf: string): string {
  const until = to > asOf ? asOf : to;
  const query = new URLSearchParams({ ...(indicator ? { indicator } : {}), from, to: until });
  return scenarioPath(slug, `/events?${query.toString()}`);
}

function list(view: ScenarioView, events: Listed[], href: EventHref): HTMLElement {
  const labels = new Map(view.indicators.map(({ key, label }) => [key, label]));
  const about = ({ indicator, sourceTitle }: Listed) => [
    userText(labels.get(indicator) ?? indicator),
    sourceTitle === "" ? ". " : ". Source: ",
  ];
  return h("ol", { class: "plain" }, ...events.slice(0, LISTED).map((event) => eventItem(event, about(event), href)));
}

/** A snapshot names what it holds, and where the rest is. */
function fromSnapshot(view: ScenarioView, opening: Opening): Node[] {
  const events = heldEvents(view, opening);
  // A guarded link's files have addresses of their own, which stand there.
  const file = h("a", { href: "#files-title" }, "events.csv");
  const months = view.months.filter(({ month }) => month >= monthOf(opening.from) && month <= monthOf(opening.to));
  const count = months.reduce((n, month) => n + month.events, 0);
  const all = opening.indicator === undefined ? `${countOf(count, "event")} in all. ` : "";
  return [
    events.length === 0 ? h("p", {}, "This page holds none of these events by name.") : list(view, events, null),
    h("p", { class: "small muted" }, all, "The full list is in ", file, ", to take away below."),
  ];
}

function fromApi({ sourceReliability, infoCredibility, ...event }: ApiEvent): Listed {
  return { ...event, grade: `${sourceReliability}${infoCredibility}` };
}

/** So many are fetched: more than a month has, so that the largest of it come first. */
const FETCHED = 200;

/** What a reader must know of the list: what is left out, and by whose records it is. */
function footnote(listed: number, whole: boolean): string {
  const newest = whole ? "" : ` of the newest ${FETCHED}`;
  const shown = listed > LISTED || !whole ? `The ${LISTED} that weigh most${newest} are shown. ` : "";
  const past = new URLSearchParams(location.search).has("revision") ? "By today\u2019s records. " : "";
  return `${shown}${past}`;
}

async function fromServer(view: ScenarioView, opening: Opening, href: EventHref): Promise<Node[]> {
  const page = listHref(view.slug, opening, view.asOf);
  const query = page.slice(page.indexOf("?"));
  const answer = await api<{ events: ApiEvent[]; nextCursor: string | null }>(
    "GET",
    `${scenarioPath(view.slug, "/events")}${query}&limit=${FETCHED}`,
  );
  const events = answer.events.map(fromApi).toSorted(largestFirst);
  if (events.length === 0) return [h("p", {}, "No events in this time.")];
  const whole = answer.nextCursor === null;
  const count = !whole ? "All events of this time" : events.length === 1 ? "This event" : `All ${events.length} events`;
  const note = footnote(events.length, whole);
  return [
    list(view, events, href),
    h("p", { class: "small muted" }, note, h("a", { href: page }, `${count} as a list`)),
  ];
}

/** The panel itself, with its heading at once and its events as soon as they are there. */
export function monthCard(opening: Opening, { view, eventHref }: Behind, close: () => void): HTMLElement {
  const body = h("div", { class: "stack tight" });
  if (opening.events) body.replaceChildren(list(view, heldEvents(view, opening), eventHref));
  else if (eventHref === null) body.replaceChildren(...fromSnapshot(view, opening));
  else {
    body.replaceChildren(h("p", { role: "status" }, "Loading the events ..."));
    fromServer(view, opening, eventHref).then(
      (nodes) => body.replaceChildren(...nodes),
      (error: unknown) =>
        body.replaceChildren(h("p", { class: "notice danger", role: "alert" }, asProblem(error).detail)),
    );
  }
  const card = h(
    "section",
    { class: "stack tight", "aria-label": opening.title },
    h(
      "div",
      { class: "row between" },
      h("h3", { tabindex: -1 }, userText(opening.title)),
      h("button", { type: "button", class: "button small", onclick: close }, "Close"),
    ),
    opening.reading && h("p", {}, opening.reading),
    body,
  );
  card.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  return card;
}
