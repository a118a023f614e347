import { describe, expect, it } from "vitest";
import { amountFigure } from "../../../../web/charts/amount-chart";
import { emptyStages, shapeKey, stages } from "../../../../web/charts/amounts";
import { anEvent, anIndicator, aRegistration } from "../../../factories";
import { indicatorOf, viewOf } from "../view-of";

const money = anIndicator({
  key: "money",
  codebook: [
    { key: "offer", label: "Funding offered", score: 5.2, anchor: "", facets: { step: "offered" } },
    { key: "promise", label: "Funding promised", score: 5.2, anchor: "", facets: { step: "offered" } },
    { key: "deal", label: "Contract signed", score: 8, anchor: "", facets: { step: "agreed" } },
    { key: "paid", label: "Money paid out", score: 6.4, anchor: "", facets: { step: "delivered" } },
  ],
});
const plain = anIndicator({ key: "plain" });
const paid = { amountCents: 120_000_000_000, amountScope: "whole_project" } as const;
const view = viewOf({
  registration: aRegistration({ indicators: [money, plain] }),
  events: [
    anEvent({ ref: "E-1", indicator: "money", code: "offer", date: "2012-02", title: "Offer", ...paid }),
    anEvent({
      ref: "E-2",
      indicator: "money",
      code: "deal",
      date: "2012-09-10",
      ...paid,
      amountScope: "russian_money",
    }),
    anEvent({ ref: "E-3", indicator: "plain", date: "2012-10-03", ...paid, amountScope: null }),
  ],
});

describe("dated amounts", () => {
  it("have a row for every stage that occurs, firmest first; the others are named in one line", () => {
    expect(stages(indicatorOf(view, "money"))).toEqual(["Agreed", "Offered"]);
    expect(emptyStages(indicatorOf(view, "money"))).toEqual(["Delivered"]);
  });

  it("have rows by label where the codebook has no steps, and only those that occur", () => {
    expect(stages(indicatorOf(view, "plain"))).toEqual(["Minister's visit, held"]);
  });

  it("stand at their date in the row of their stage", () => {
    const [offer, deal] = amountFigure(view, indicatorOf(view, "money")).scene(800).dots ?? [];
    expect(offer).toMatchObject({ x: 1, y: 1, shape: "square" });
    // 10 September: 8 - 0.5 + 9.5 / 30
    expect(deal?.x).toBeCloseTo(7.816_667, 6);
    expect(deal).toMatchObject({ y: 0, shape: "circle" });
  });

  it("have the three largest written beside their marks, so that paper says them too", () => {
    const sums = [1, 4, 2, 3].map((billions, at) =>
      anEvent({
        ref: `E-${at}`,
        indicator: "money",
        code: "offer",
        date: `2012-0${at + 2}`,
        amountCents: billions * 100_000_000_000,
        amountScope: "whole_project",
      }),
    );
    const many = viewOf({ registration: aRegistration({ indicators: [money] }), events: sums });
    const { notes = [] } = amountFigure(many, indicatorOf(many, "money")).scene(800);
    expect(notes.map(({ lines }) => lines)).toEqual([["$4\u00a0bn"], ["$3\u00a0bn"], ["$2\u00a0bn"]]);
  });

  it("are hollow with a dagger where nothing came of a promise in 24 months", () => {
    const later = viewOf({
      registration: aRegistration({ indicators: [money] }),
      asOf: "2014-03-31",
      events: [
        anEvent({ ref: "E-1", indicator: "money", code: "offer", date: "2012-02", ...paid }),
        anEvent({ ref: "E-2", indicator: "money", code: "paid", date: "2012-03", ...paid }),
      ],
    });
    const figure = amountFigure(later, indicatorOf(later, "money"));
    expect(figure.scene(800).dots?.map(({ fill, sign }) => [fill, sign])).toEqual([
      ["paper", "\u2020"],
      ["half", undefined],
    ]);
    expect(figure.table.rows.map(({ cells }) => cells.at(-1))).toEqual(["no later amount (\u2020)", ""]);
  });

  it("open themselves, with their source", () => {
    const [row] = amountFigure(view, indicatorOf(view, "money")).table.rows;
    expect(row?.opens?.events?.[0]).toMatchObject({ ref: "E-1", sourceUrl: "https://example.org/1" });
  });

  it("are listed one by one and never added up", () => {
    const { rows } = amountFigure(view, indicatorOf(view, "money")).table;
    expect(rows.map(({ cells }) => cells.slice(0, 4))).toEqual([
      ["February 2012", "Offered", "$1.2\u00a0bn", "cost of the whole project"],
      ["10 September 2012", "Agreed", "$1.2\u00a0bn", "Russian money"],
    ]);
  });

  it("have a shape for each kind of sum", () => {
    expect(shapeKey(indicatorOf(view, "money"))).toEqual([
      "Square: cost of the whole project",
      "Circle: Russian money",
    ]);
    expect(shapeKey(indicatorOf(view, "plain"))).toEqual(["Circle: kind not given"]);
  });
});
