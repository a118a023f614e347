/** The facts beside the text: what, when, where, who, and which version is shown. */
import type { FieldName } from "../forms/values";
import { momentInWords } from "../forms/event-view";
import { readable } from "../forms/readable";
import type { Line } from "../forms/readable";
import { h } from "../lib/dom";
import { scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";
import type { Dossier } from "./dossier";

/** Source, grade and notes have a place of their own in the text. */
const BESIDE: readonly FieldName[] = [
  "indicator",
  "date",
  "code",
  "state",
  "plannedFor",
  "amountUsd",
  "amountScope",
  "project",
  "location",
  "actors",
  "follows",
];

function answer({ field, text }: Line, slug: string): HTMLElement {
  if (field !== "follows") return h("dd", {}, userText(text));
  return h("dd", {}, h("a", { href: scenarioPath(slug, `/events/${encodeURIComponent(text)}`) }, userText(text)));
}

export function sideFacts({ page, view, event, writes }: Dossier): HTMLElement {
  const lines = readable(event, view.indicators).filter(({ field, text }) => BESIDE.includes(field) && text !== "");
  return h(
    "aside",
    { class: "side stack", "aria-label": "Facts" },
    h(
      "dl",
      { class: "side-facts" },
      ...lines.map((line) => h("div", {}, h("dt", {}, line.label), answer(line, page.slug))),
    ),
    h(
      "p",
      { class: "muted small" },
      `Version ${event.version}, recorded ${momentInWords(event.recordedAt)} by `,
      userText(event.by),
      `, revision ${event.revision}.`,
    ),
    writes &&
      event.status === "active" &&
      h("p", { class: "small no-print" }, h("a", { href: "#corrections" }, "Correct it or take it back")),
  );
}
