/** What is known of one month: its events, who looked and where, and what an analyst can add. */
import type { ApiAttestation, EventPage } from "../../worker/contract/api-types";
import type { Month } from "../../worker/core/types";
import { monthSentence } from "../../worker/core/sentences";
import type { ScenarioView } from "../../worker/core/view-types";
import { api } from "../lib/api";
import { h } from "../lib/dom";
import { countOf, formatDate, formatDateShort, formatInstant } from "../lib/format";
import { scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";
import { reasonForm } from "../propositions/reason-form";
import { workPlace } from "../propositions/work-place";
import type { MonthOptions } from "../view/month-dialog";
import { typeset } from "../view/words";
import { lookedForm } from "./looked-form";

const LISTED = 20;

export interface MonthFacts {
  events: EventPage;
  attestation: ApiAttestation | null;
}

/** The events of a month, newest first, and who looked at it. */
export async function loadMonth(slug: string, month: Month, limit = LISTED): Promise<MonthFacts> {
  const path = scenarioPath(slug);
  const [events, { attestations }] = await Promise.all([
    api<EventPage>("GET", `${path}/events?from=${month}&to=${month}&limit=${limit}`),
    api<{ attestations: ApiAttestation[] }>("GET", `${path}/attestations`),
  ]);
  return { events, attestation: attestations.find((one) => one.month === month) ?? null };
}

/** "October 2012: 4 events, 9.3 points.", also for a month after the last that the view shows. */
export function sentenceOf(view: ScenarioView, month: Month): string {
  const known = view.months.find((one) => one.month === month);
  return known ? typeset(monthSentence(known)) : `${formatDate(month)}: later than these figures reach.`;
}

/** Who looked, when and where; null where nobody has said so. */
export function whoLooked(attestation: ApiAttestation | null): HTMLElement | null {
  if (!attestation) return null;
  const { inferred, by, recordedAt, note } = attestation;
  return h(
    "p",
    {},
    inferred ? "Inferred, not searched; entered by " : "Looked at by ",
    userText(by),
    `, ${formatInstant(recordedAt)}`,
    note === "" ? "." : ": ",
    note !== "" && h("q", { class: "pre-line" }, userText(note)),
  );
}

function eventList(slug: string, month: Month, { events, nextCursor }: EventPage): HTMLElement | null {
  if (events.length === 0) return null;
  const items = events.map(({ ref, date, title }) =>
    h(
      "li",
      {},
      h("span", { class: "date" }, formatDateShort(date)),
      h("a", { href: scenarioPath(slug, `/events/${encodeURIComponent(ref)}`) }, userText(title)),
    ),
  );
  const all = h("a", { href: scenarioPath(slug, `/events?from=${month}&to=${month}`) }, "All of the month");
  return h("div", { class: "stack tight" }, h("ul", { class: "plain dated" }, ...items), nextCursor && h("p", {}, all));
}

export async function monthPanel(view: ScenarioView, month: Month, options: MonthOptions): Promise<Node[]> {
  const { slug } = view;
  const facts = await loadMonth(slug, month);
  const { events, attestation } = facts;
  const some = events.events.length > 0;
  const known = [
    h("p", {}, sentenceOf(view, month)),
    eventList(slug, month, events),
    whoLooked(attestation) ?? (some ? h("p", { class: "muted" }, nobodySaid(events)) : null),
  ].filter((part) => part !== null);
  return options.writer === null ? known : [...known, actions(slug, month, facts, options)];
}

function nobodySaid({ events, nextCursor }: EventPage): string {
  const count = nextCursor ? "The events" : countOf(events.length, "event");
  return `${count} logged; nobody has said that they searched the month for more.`;
}

function actions(slug: string, month: Month, { events, attestation }: MonthFacts, options: MonthOptions): HTMLElement {
  const some = events.events.length > 0;
  const looked = h(
    "button",
    { class: "button primary", type: "button" },
    some ? "We looked: nothing more" : "We looked: nothing to log",
  );
  const log = h(
    "a",
    { class: "button", href: scenarioPath(slug, `/log?date=${month}`) },
    `Log an event in ${formatDate(month)}`,
  );
  const withdraw = h("button", { class: "button", type: "button" }, "Withdraw this");
  const place = workPlace(looked, log, ...(attestation ? [withdraw] : []));
  const onDone = (): void => options.onChanged(month);
  const ask = (): void =>
    place.open(`We looked at ${formatDate(month)}`, (onCancel) => [
      lookedForm({ slug, month, events: some, onDone, onCancel }).element,
    ]);
  looked.addEventListener("click", ask);
  withdraw.addEventListener("click", () =>
    place.open("Take back that somebody looked", (onCancel) => [
      h(
        "p",
        {},
        some
          ? "The events of the month stay; only the statement that somebody looked for more is taken back."
          : "The month is then again one that nobody looked at, and is left out instead of counting as quiet.",
      ),
      reasonForm({
        slug,
        name: `unlooked.${month}`,
        path: `${scenarioPath(slug)}/attestations/${month}`,
        saveLabel: "Withdraw it",
        busyLabel: "Withdrawing",
        onDone,
        onCancel,
      }).element,
    ]),
  );
  if (options.asks) ask();
  return place.element;
}
