import { describe, expect, it } from "vitest";
import { axisOf, probabilityFigure } from "../../../../web/propositions/probability-chart";
import { propositionStanding } from "../../../../worker/core/proposition-standing";
import type { ViewEvidence } from "../../../../worker/core/view-types";
import { anOutcome, aProposition } from "../../../factories";

const item = { ref: "E-1", event: "E-1", date: "2012-09-27", likelihoodRatio: "1/10", cluster: null, weight100: 95 };
const evidence: ViewEvidence[] = [
  { ...item, title: "Trip dropped", rivalExplanation: "Dates.", logLr: -2.1875, counted: true },
];
const proposition = aProposition();
const { series } = propositionStanding({
  proposition,
  outcome: null,
  evidence: [item],
  registeredOn: "2012-06-15",
  asOf: "2012-10-31",
});
const figure = probabilityFigure({ ...proposition, outcome: null, evidence, series });

describe("the chart of a probability", () => {
  it("starts in the month of the first day and reaches to a near deadline, but not to one years away", () => {
    // June to December 2012 are 7 months.
    expect(axisOf({ series, deadline: "2012-12-31" })).toEqual({ origin: "2012-06", length: 7 });
    // June to October are 5.
    expect(axisOf({ series, deadline: "2030-12-31" })).toEqual({ origin: "2012-06", length: 5 });
  });

  it("is a step line that holds each value until the next, in per cent", () => {
    const [prior, line] = figure.scene(800).lines ?? [];
    expect(line).toMatchObject({ stepped: true, width: 3 });
    expect(prior).toMatchObject({ stepped: true, width: 1.25 });
    expect(line?.points).toHaveLength(series.length);
    // A half without a reference class.
    expect(line?.points[0]?.y).toBeCloseTo(50, 9);
    // 15 June: 14 of 30 days after the start of its month, which stands at -0.5.
    expect(line?.points[0]?.x).toBeCloseTo(-0.5 + 14 / 30, 9);
  });

  it("marks with a ring only the days on which evidence came", () => {
    const { dots = [], lines = [] } = figure.scene(800);
    const at = series.findIndex(({ day }) => day === "2012-09-27");
    expect(dots).toEqual([expect.objectContaining({ ...lines[1]?.points[at], fill: "paper" })]);
  });

  it("has a table with the same days, the word beside the number, and what came", () => {
    expect(figure.table.rows).toHaveLength(series.length);
    expect(figure.table.rows[0]?.cells).toEqual(["15 June 2012", "50 %, roughly even chance", "50 %", "none"]);
    const ofEvidence = figure.table.rows.find(({ cells }) => cells[0] === "27 September 2012");
    expect(ofEvidence?.cells[3]).toBe("Trip dropped");
  });

  it("marks the deadline, or the day of an outcome that came before it", () => {
    expect(figure.scene(800).rules?.map(({ label }) => label)).toEqual(["deadline"]);
    const settled = anOutcome({ result: "yes", on: "2012-10-20" });
    const early = probabilityFigure({ ...proposition, outcome: settled, evidence, series });
    expect(early.scene(800).rules?.map(({ label }) => label)).toEqual(["settled: yes"]);
  });
});
