/** The thread of an event: announced, put off, held, in order, with the way to log the next step. */
import type { ThreadStep } from "../../worker/contract/api-types";
import { today } from "../lib/clock";
import { h } from "../lib/dom";
import { formatDate } from "../lib/format";
import { scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";
import type { Dossier } from "./dossier";
import { quiet, section } from "./section";
import { plannedInWords, stepInWords } from "./thread";

function step(one: ThreadStep, { page, view, event, life }: Dossier): HTMLElement {
  const here = one.ref === event.ref;
  const planned = plannedInWords(one, life.thread, today());
  const title = here
    ? h("strong", {}, userText(one.title))
    : h("a", { href: scenarioPath(page.slug, `/events/${encodeURIComponent(one.ref)}`) }, userText(one.title));
  return h(
    "li",
    { "aria-current": here ? "true" : null },
    h("p", { class: "muted small" }, `${formatDate(one.date)} · ${stepInWords(one, view.indicators)}`),
    h(
      "p",
      {},
      title,
      here && h("span", { class: "muted" }, " (this event)"),
      one.status === "retracted" && h("span", { class: "muted" }, " (retracted)"),
    ),
    planned !== "" && h("p", { class: planned.includes(";") ? "small overdue" : "small" }, planned),
  );
}

export function threadSection(dossier: Dossier): HTMLElement {
  const { page, event, life, writes } = dossier;
  const next = new URLSearchParams({ follows: event.ref, indicator: event.indicator });
  const alone = life.thread.length < 2 && event.plannedFor === null;
  return section(
    "thread",
    "Thread",
    alone
      ? quiet("It continues no earlier event, and none continues it.")
      : h("ol", { class: "plain thread" }, ...life.thread.map((one) => step(one, dossier))),
    writes &&
      event.status === "active" &&
      h(
        "p",
        { class: "no-print" },
        h("a", { class: "button", href: `${scenarioPath(page.slug, "/log")}?${next.toString()}` }, "Log the next step"),
      ),
  );
}
