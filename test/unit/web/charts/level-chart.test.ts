import { describe, expect, it } from "vitest";
import { levelFigure } from "../../../../web/charts/level-chart";
import { anEvent } from "../../../factories";
import { plainTheme, viewOf } from "../view-of";

// Baseline June 2011 to May 2012: one visit, 2.66. Two years since, to June 2013 and 2014: 2.66 and 5.32.
const view = viewOf({
  asOf: "2014-06-30",
  events: [
    anEvent({ ref: "E-1", date: "2011-10-03" }),
    anEvent({ ref: "E-2", date: "2012-10-03" }),
    anEvent({ ref: "E-3", date: "2013-10-03" }),
    anEvent({ ref: "E-4", date: "2014-02-03" }),
  ],
});
const figure = levelFigure(view);

describe("the bars of direct conduct", () => {
  it("run from the oldest twelve months to the newest", () => {
    const labels = figure.table.rows.slice(0, -1).map(({ cells }) => cells[0]);
    expect(labels).toEqual(["to June 2012", "to June 2013", "to June 2014"]);
    expect(figure.values.map((value) => value.toFixed(2))).toEqual(["2.66", "2.66", "5.32"]);
  });

  it("draw the baseline as a line and give it the last row of the table", () => {
    expect(figure.marks).toEqual([{ axis: "y", at: view.level.baseline12.direct, label: "" }]);
    expect(figure.table.rows.at(-1)?.cells).toEqual(["before registration", "2.7", "1 of 12"]);
  });

  it("hatch a year of which fewer than nine months were looked at", () => {
    const { data } = figure.config(plainTheme, 800);
    expect(data.datasets[0]?.backgroundColor).toEqual(Array(3).fill("hatched #0a4f6d"));
  });

  it("say the months covered under each bar", () => {
    expect(figure.table.rows[2]?.cells).toEqual(["to June 2014", "5.3", "2 of 12"]);
  });
});
