import { describe, expect, test } from "vitest";
import type { ScenarioCard } from "../../../../worker/core/scenario-card";
import { inOrder, isOrder, matches, ORDERS } from "../../../../web/scenarios/order";

const card = (over: Partial<ScenarioCard>): ScenarioCard => ({
  slug: "port",
  title: "Port",
  claim: "They build it.",
  author: "",
  mode: "registered",
  version: 1,
  registeredOn: "2020-01-01",
  revision: 1,
  lastEvent: null,
  figures: null,
  ...over,
});
const titles = (cards: ScenarioCard[]) => cards.map(({ title }) => title);

describe("the order of the list", () => {
  const cards = [
    card({ title: "scenario 10", lastEvent: "2021-05", registeredOn: "2020-01-01" }),
    card({ title: "Scenario 9", lastEvent: "2021-05-02", registeredOn: "2022-01-01" }),
    card({ title: "Another", lastEvent: null, registeredOn: "2021-01-01" }),
  ];

  test("is by the newest event, and those without one come last", () => {
    expect(titles(inOrder(cards, "event"))).toEqual(["Scenario 9", "scenario 10", "Another"]);
  });

  test("is by the newest forecast", () => {
    expect(titles(inOrder(cards, "registered"))).toEqual(["Scenario 9", "Another", "scenario 10"]);
  });

  test("is by title as people read titles", () => {
    expect(titles(inOrder(cards, "title"))).toEqual(["Another", "Scenario 9", "scenario 10"]);
  });

  test("is one of those offered", () => {
    expect(Object.keys(ORDERS).every(isOrder)).toBe(true);
    expect(isOrder("toString")).toBe(false);
  });
});

describe("the filter", () => {
  const port = card({ title: "The Port", claim: "Quay by 2028", author: "A. Writer", slug: "port-deal" });

  test.each(["", "  ", "port", "PORT quay", "writer 2028", "port-deal"])("%o finds it", (words) => {
    expect(matches(port, words)).toBe(true);
  });

  test.each(["ports", "port bridge"])("%o does not", (words) => {
    expect(matches(port, words)).toBe(false);
  });
});
