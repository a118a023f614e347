import { cardFigures, type ScenarioCard } from "../../worker/core/scenario-card";
import type { ScenarioView } from "../../worker/core/view-types";
import { api } from "../lib/api";
import { h } from "../lib/dom";
import { countOf } from "../lib/format";
import { scenarioPath } from "../lib/header";
import { scenarioCard } from "./card";
import { oneByOne } from "./one-by-one";
import { inOrder, isOrder, matches, ORDERS, type Order } from "./order";

/** Fewer than this are seen at a glance. */
const FILTERED_FROM = 9;
const SORTED_FROM = 3;
/** How far below the window figures are fetched already. */
const AHEAD = "400px";

/** The scenarios as cards; figures that did not come with the page are fetched when their card comes into sight. */
export function scenarioList(cards: ScenarioCard[]): HTMLElement {
  const items = new Map(cards.map((card) => [card, scenarioCard(card)]));
  const load = oneByOne(async (card: ScenarioCard) => {
    const item = items.get(card);
    try {
      item?.fill(cardFigures(await api<ScenarioView>("GET", `${scenarioPath(card.slug)}/view`)));
    } catch {
      item?.fail(() => load(card));
    }
  });
  loadInSight(cards, items, load);

  const list = h("ul", { class: "plain scenario-list" });
  const count = h("p", { class: "small muted", role: "status" });
  let order: Order = "event";
  let words = "";
  const show = () => {
    const shown = inOrder(cards, order).filter((card) => matches(card, words));
    list.replaceChildren(...shown.flatMap((card) => items.get(card)?.element ?? []));
    count.textContent =
      shown.length === cards.length
        ? ""
        : shown.length === 0
          ? "No scenario has these words."
          : `${shown.length} of ${countOf(cards.length, "scenario")}.`;
  };
  show();
  return h(
    "div",
    { class: "stack" },
    h(
      "div",
      { class: "list-controls no-print" },
      cards.length >= FILTERED_FROM &&
        filterField((typed) => {
          words = typed;
          show();
        }),
      cards.length >= SORTED_FROM &&
        orderField((chosen) => {
          order = chosen;
          show();
        }),
    ),
    count,
    list,
  );
}

function loadInSight(
  cards: ScenarioCard[],
  items: ReadonlyMap<ScenarioCard, { element: HTMLElement }>,
  load: (card: ScenarioCard) => void,
): void {
  const byElement = new Map<Element, ScenarioCard>();
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const card = byElement.get(target);
        if (!isIntersecting || !card) continue;
        seen.unobserve(target);
        load(card);
      }
    },
    { rootMargin: AHEAD },
  );
  for (const card of cards) {
    const element = items.get(card)?.element;
    if (card.figures || !element) continue;
    byElement.set(element, card);
    seen.observe(element);
  }
}

function filterField(onWords: (words: string) => void): HTMLElement {
  const input = h("input", { type: "search", id: "filter", autocomplete: "off", oninput: () => onWords(input.value) });
  return h("div", { class: "field" }, h("label", { for: "filter" }, "Find"), input);
}

function orderField(onOrder: (order: Order) => void): HTMLElement {
  const select = h(
    "select",
    { id: "order", onchange: () => isOrder(select.value) && onOrder(select.value) },
    ...Object.entries(ORDERS).map(([value, label]) => h("option", { value }, label)),
  );
  return h("div", { class: "field" }, h("label", { for: "order" }, "Order"), select);
}
