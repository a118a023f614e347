import type { CardFigures, ScenarioCard } from "../../worker/core/scenario-card";
import { h } from "../lib/dom";
import { formatDate } from "../lib/format";
import { scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";
import { splitStatement } from "../view/words";
import { sparkline } from "./sparkline";

export interface CardElement {
  element: HTMLElement;
  /** Puts the figures in where none were at hand. */
  fill(figures: CardFigures): void;
  /** Says that the figures cannot be had now. */
  fail(retry: () => void): void;
}

/** How the rules came about, in words: the first thing to know before a verdict is believed. */
export function modeInWords({ mode, registeredOn }: Pick<ScenarioCard, "mode" | "registeredOn">): string {
  if (registeredOn === "") return "Its rules cannot be read";
  return mode === "back-test"
    ? `Back-test of a ${registeredOn.slice(0, 4)} forecast, rules made afterwards`
    : `Forecast followed from ${formatDate(registeredOn)}`;
}

/** Headline first, then the sentence with its numbers: a verdict's word never stands alone. */
function verdict(figures: CardFigures): HTMLElement[] {
  const { word, headline, rest } = splitStatement(figures.statement);
  const [numbers = ""] = rest.split(/(?<=\.)\s+(?=\p{Lu})/u);
  return [
    h(
      "p",
      { class: "card-verdict", "data-verdict": figures.verdict ?? "none" },
      word !== "" && h("strong", { class: "verdict-word" }, word),
      headline,
    ),
    ...(numbers === "" ? [] : [h("p", { class: "small" }, numbers)]),
  ];
}

function pictureOf({ line }: CardFigures): HTMLElement {
  return line ? sparkline(line) : h("p", { class: "empty small muted" }, "The line begins with the first event.");
}

function fact(text: string): HTMLElement {
  return h("li", {}, text);
}

function facts(card: ScenarioCard, figures: CardFigures | null): HTMLElement[] {
  const last = figures ? figures.lastEvent : card.lastEvent;
  return [
    fact(last ? `Last event ${formatDate(last)}` : "No event yet"),
    ...(figures && figures.months > 0 ? [fact(`${figures.covered} of ${figures.months} months looked at`)] : []),
    fact(`Revision ${card.revision}`),
    ...(card.version > 1 ? [fact(`Version ${card.version} of the rules`)] : []),
  ];
}

/** A scenario of the list: what it claims, how that stands, and what the figures rest on. */
export function scenarioCard(card: ScenarioCard): CardElement {
  const words = h("div", { class: "stack tight", "aria-live": "polite" });
  const picture = h("div", { class: "card-picture" });
  const list = h("ul", { class: "plain facts-line small muted" });
  const fill = (figures: CardFigures) => {
    words.replaceChildren(...verdict(figures));
    picture.replaceChildren(pictureOf(figures));
    list.replaceChildren(...facts(card, figures));
  };
  if (card.figures) fill(card.figures);
  else {
    words.replaceChildren(h("p", { class: "muted" }, "Drawing up the figures ..."));
    list.replaceChildren(...facts(card, null));
  }
  const element = h(
    "li",
    { class: "card scenario-card" },
    h(
      "div",
      { class: "stack tight" },
      h("p", { class: "kicker" }, modeInWords(card)),
      h("h2", {}, h("a", { href: scenarioPath(card.slug) }, userText(card.title))),
      h(
        "p",
        { class: "claim-line" },
        userText(card.claim),
        card.author !== "" && h("span", { class: "muted small" }, " \u2013 after ", userText(card.author)),
      ),
      words,
    ),
    picture,
    list,
  );
  const fail = (retry: () => void) => {
    const again = h("button", { class: "button small", type: "button", onclick: retry }, "Try again");
    words.replaceChildren(h("p", {}, "The figures could not be loaded. "), again);
  };
  return { element, fill, fail };
}
