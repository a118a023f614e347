/** The page of an event as a dossier: the text in one column, the facts beside it. */
import { historySection } from "../forms/history";
import { h } from "../lib/dom";
import { userText } from "../lib/user-text";
import type { Slot } from "../view/slot";
import { claimsSection } from "./claims-section";
import { commentsSection } from "./comments-section";
import { contributionSection } from "./contribution-section";
import { correctionsSection, type CorrectionOptions } from "./corrections-section";
import type { Dossier } from "./dossier";
import { leadSection } from "./lead-section";
import { notices } from "./notices";
import { reviewSection } from "./review-section";
import { STANDING } from "./review-words";
import { sideFacts } from "./side-facts";
import { threadSection } from "./thread-section";

export function pageTop(dossier: Dossier): HTMLElement {
  const { event, indicator, blind } = dossier;
  const retracted = event.status === "retracted";
  return h(
    "div",
    { class: "stack tight" },
    h(
      "p",
      { class: "kicker row" },
      `${event.ref} · ${indicator?.label ?? event.indicator}`,
      !retracted &&
        !blind &&
        h("a", { class: `badge ${event.review}`, href: "#reviews" }, STANDING[event.review].label),
    ),
    h("h1", {}, userText(event.title)),
    ...notices(dossier),
  );
}

export function pageBody(dossier: Dossier, corrections: CorrectionOptions): { element: HTMLElement; slots: Slot[] } {
  const contribution = contributionSection(dossier);
  const element = h(
    "div",
    { class: "dossier" },
    leadSection(dossier),
    sideFacts(dossier),
    h(
      "div",
      { class: "rest" },
      contribution.element,
      threadSection(dossier),
      claimsSection(dossier),
      reviewSection(dossier),
      commentsSection(dossier),
      historySection(dossier.versions, dossier.view.indicators, dossier.blind),
      dossier.writes && correctionsSection(dossier, corrections),
    ),
  );
  return { element, slots: contribution.slots };
}
