import { describe, expect, it } from "vitest";
import { stateFigure } from "../../../../web/charts/state-chart";
import { stateLabel, statePattern } from "../../../../web/charts/states";
import { aStateRow } from "../../../factories";
import { indicatorOf, viewOf } from "../view-of";

const view = viewOf({
  asOf: "2012-12-31",
  events: [
    aStateRow({ ref: "E-1", date: "2012-01-01", state: "closed" }),
    aStateRow({ ref: "E-2", date: "2012-07-03", state: "open" }),
  ],
});
const line = indicatorOf(view, "supply_line");
const figure = stateFigure(view, line);
const { bars = [] } = figure.scene(800);

describe("a state band", () => {
  it("tells full scale, part of it and nothing apart without colour", () => {
    expect(["closed", "restricted", "open", "ended"].map((state) => statePattern(line, state))).toEqual([
      "solid",
      "hatched",
      "outline",
      "dotted",
    ]);
  });

  it("has a stretch for each state, the last one up to the as-of day", () => {
    const [closed, open] = bars;
    expect(closed?.x[0]).toBe(-0.5);
    // 2 July is the last closed day: 6 - 0.5 + 1 / 31, and the day itself
    expect(closed?.x[1]).toBeCloseTo(5.564_516, 6);
    expect(open?.x[1]).toBeCloseTo(11.467_742, 6);
  });

  it("has since when written on what holds now, and the name on what has passed", () => {
    expect(bars.map(({ words }) => words?.[0])).toEqual(["Closed", "Open since July 2012"]);
  });

  it("names a state before its date where there is little room", () => {
    const ended = viewOf({
      asOf: "2012-12-31",
      events: [aStateRow({ ref: "E-1", date: "2012-07-03", state: "ended" })],
    });
    const [bar] = stateFigure(ended, indicatorOf(ended, "supply_line")).scene(300).bars ?? [];
    const label = stateLabel(indicatorOf(ended, "supply_line"), "ended");
    for (const words of bar?.words ?? []) expect(words.startsWith(label.slice(0, 5))).toBe(true);
  });

  it("lists the days in its table", () => {
    expect(figure.table.rows.map(({ cells }) => cells)).toEqual([
      ["Closed", "1 January 2012", "2 July 2012"],
      ["Open", "3 July 2012", "still"],
    ]);
  });

  it("opens the day of the change", () => {
    expect(figure.table.rows[1]?.opens).toMatchObject({
      from: "2012-07-03",
      to: "2012-07-03",
      indicator: "supply_line",
    });
  });
});
