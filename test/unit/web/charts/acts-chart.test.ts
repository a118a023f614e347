import { describe, expect, it } from "vitest";
import { patternsOf } from "../../../../web/charts/acts";
import { actsFigure } from "../../../../web/charts/acts-chart";
import { rowInWords } from "../../../../web/charts/table";
import { aDriver, anEvent, anIndicator, aRegistration } from "../../../factories";
import { indicatorOf, viewOf } from "../view-of";

const acts = aDriver({
  key: "act",
  codebook: [
    { key: "joint", label: "Together", score: 3.5, anchor: "", facets: { with: "China" } },
    { key: "single", label: "Alone", score: 3.5, anchor: "", facets: { with: "alone" } },
    { key: "threat", label: "Announced", score: 1, anchor: "", facets: { with: "" } },
  ],
});
const act = (ref: string, code: string, date: string) =>
  anEvent({ ref, indicator: "act", code, date, effective10: 35 });
const view = viewOf({
  registration: aRegistration({ indicators: [acts, anIndicator()] }),
  asOf: "2014-03-31",
  events: [
    act("E-1", "joint", "2012-02-04"),
    act("E-2", "joint", "2012-07-19"),
    act("E-3", "single", "2012-10-01"),
    act("E-4", "threat", "2012-11-01"),
    act("E-5", "single", "2014-03-15"),
    anEvent({ ref: "V-1", code: "leader_visit_called_off", date: "2012-09-27", effective10: -50 }),
    anEvent({ ref: "V-2", code: "leader_visit_held", date: "2012-05-27", effective10: 56 }),
  ],
});
const figure = actsFigure(view, indicatorOf(view, "act"));
const { bars = [] } = figure.scene(800);

describe("bars of events by year", () => {
  it("are stacked by class with a pattern each, so that grey tells them apart, and their sum on top", () => {
    expect(bars.slice(0, 2)).toMatchObject([
      { y: [0, 2], pattern: "solid" },
      { y: [2, 3], pattern: "hatched", value: "3" },
    ]);
    expect(bars[0]?.value).toBeUndefined();
  });

  it("stand in their year, the last one up to the as-of month", () => {
    // January 2012 to December 2012 are -0.5 to 11.5; 2014 has three months, 23.5 to 26.5: a quarter of 3 is left free.
    expect(bars[0]?.x).toEqual([-0.5 + 0.9, 11.5 - 0.9]);
    expect(bars[2]?.x).toEqual([23.5 + 0.75, 26.5 - 0.75]);
  });

  it("have a row for every year with the counts that are drawn, what is not drawn, and points", () => {
    expect(figure.table.columns.map(({ text }) => text)).toEqual([
      "Year",
      "with China",
      "alone",
      "not drawn",
      "points",
    ]);
    expect(figure.table.rows.map(({ cells }) => cells)).toEqual([
      // Four of 0.25 x 3.5 x 0.95 = 0.83
      ["2012", "2", "1", "1", "3.3"],
      ["2013", "0", "0", "0", "0.0"],
      ["2014", "0", "1", "0", "0.8"],
    ]);
  });

  it("are read out without what did not happen", () => {
    const words = figure.table.rows.map((row) => rowInWords(figure.table, row));
    expect(words.slice(0, 2)).toEqual(["2012: 2 with China; 1 alone; 3.3 points", "2013: none; 0.0 points"]);
  });

  it("open the events of the indicator in that year", () => {
    expect(figure.table.rows[0]?.opens).toEqual({
      title: "Vetoes, 2012",
      from: "2012-01",
      to: "2012-12",
      indicator: "act",
    });
  });

  it("go down for what points away, and keep the scenario's colour for direct dealings alone", () => {
    const visits = actsFigure(view, indicatorOf(view, "visit"));
    expect(visits.scene(800).bars).toMatchObject([
      { y: [0, 1], colour: "#0072B2", value: "1" },
      { y: [0, -1], colour: "#0072B2", value: "1" },
    ]);
    expect(figure.colour).toBe("muted");
  });
});

describe("the patterns of classes", () => {
  it("below the line are those of the same kind above it", () => {
    const classes = [
      { who: "leader", sign: 1 as const },
      { who: "minister", sign: 1 as const },
      { who: "minister", sign: -1 as const },
    ];
    expect(patternsOf({ by: "rank", classes })).toEqual(["solid", "hatched", "hatched"]);
  });

  it("of weights are the same in all pictures, also where the heaviest is missing", () => {
    expect(patternsOf({ by: "weight", classes: [{ who: "middling", sign: 1 }] })).toEqual(["hatched"]);
  });
});
