/** Which scenarios a list shows, and in which order. Neither waits for figures, so no card moves when they come. */
import type { ScenarioCard } from "../../worker/core/scenario-card";
import { hasWords } from "../lib/find";

export const ORDERS = {
  event: "newest event first",
  registered: "newest forecast first",
  title: "title",
} as const;
export type Order = keyof typeof ORDERS;

export function isOrder(text: string): text is Order {
  return Object.hasOwn(ORDERS, text);
}

const byTitle = (a: ScenarioCard, b: ScenarioCard): number =>
  a.title.localeCompare(b.title, "en", { sensitivity: "base", numeric: true });

/** "" sorts before every date, so what has none comes last. */
function newest(date: (card: ScenarioCard) => string): (a: ScenarioCard, b: ScenarioCard) => number {
  return (a, b) => (date(a) === date(b) ? byTitle(a, b) : date(a) < date(b) ? 1 : -1);
}

const COMPARE: Record<Order, (a: ScenarioCard, b: ScenarioCard) => number> = {
  event: newest(({ lastEvent }) => lastEvent ?? ""),
  registered: newest(({ registeredOn }) => registeredOn),
  title: byTitle,
};

export function inOrder(cards: readonly ScenarioCard[], order: Order): ScenarioCard[] {
  return cards.toSorted(COMPARE[order]);
}

/** Whether each of the words stands somewhere in the title, claim, author or address, whatever its case. */
export function matches({ title, claim, author, slug }: ScenarioCard, words: string): boolean {
  return hasWords(`${title}\n${claim}\n${author}\n${slug}`, words);
}
