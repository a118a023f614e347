import { describe, expect, it } from "vitest";
import { levelFigure } from "../../../../web/charts/level-chart";
import { anEvent } from "../../../factories";
import { viewOf } from "../view-of";

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
const scene = figure.scene(800);

describe("the bars of direct conduct", () => {
  it("run from the oldest twelve months to the newest, each with its value, rounded where there is little room", () => {
    expect(scene.bars?.map(({ y, value, short }) => [y[1].toFixed(2), value, short])).toEqual([
      ["2.66", "2.7", "3"],
      ["2.66", "2.7", "3"],
      ["5.32", "5.3", "5"],
    ]);
  });

  it("draw the baseline as a labelled line and give it the last row of the table", () => {
    expect(scene.rules).toEqual([{ axis: "y", at: view.level.baseline12.direct, label: "before registration: 2.7" }]);
    expect(figure.table.rows.at(-1)?.cells).toEqual(["before registration", "2.7", "1 of 12"]);
  });

  it("hatch a year of which fewer than nine months were looked at", () => {
    expect(scene.bars?.map(({ pattern }) => pattern)).toEqual(["hatched", "hatched", "hatched"]);
  });

  it("say the months covered under each bar, in short where bars are narrow", () => {
    const labels = (width: number) => {
      const { x } = figure.scene(width);
      return x.kind === "slots" ? x.labels.at(-1) : [];
    };
    expect(labels(800)).toEqual(["Jun 2014", "2 of 12"]);
    expect(labels(150)).toEqual(["\u201914", "2"]);
  });

  it("open their twelve months, and the baseline its own", () => {
    const opens = figure.table.rows.map((row) => `${row.opens?.from} ${row.opens?.to}`);
    expect(opens).toEqual(["2011-07 2012-06", "2012-07 2013-06", "2013-07 2014-06", "2011-06 2012-05"]);
  });
});
