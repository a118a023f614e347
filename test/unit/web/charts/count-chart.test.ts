import { describe, expect, it } from "vitest";
import { countFigure } from "../../../../web/charts/count-chart";
import { partners, yearCounts } from "../../../../web/charts/year-counts";
import { aDriver, anEvent, aRegistration } from "../../../factories";
import { indicatorOf, plainTheme, viewOf } from "../view-of";

const acts = aDriver({
  key: "act",
  codebook: [
    { key: "joint", label: "Together", score: 3.5, anchor: "", facets: { with: "China" } },
    { key: "single", label: "Alone", score: 3.5, anchor: "", facets: { with: "alone" } },
    { key: "threat", label: "Announced", score: 1, anchor: "", facets: { with: "" } },
  ],
});
const act = (ref: string, code: string, date: string) => anEvent({ ref, indicator: "act", code, date });
const view = viewOf({
  registration: aRegistration({ indicators: [acts] }),
  asOf: "2014-03-31",
  events: [
    act("E-1", "joint", "2012-02-04"),
    act("E-2", "joint", "2012-07-19"),
    act("E-3", "single", "2012-10-01"),
    act("E-4", "threat", "2012-11-01"),
    act("E-5", "single", "2014-03-15"),
  ],
});

describe("counts per year", () => {
  it("keep acts done with somebody, acts done alone and announcements apart; an empty year stays", () => {
    expect(yearCounts(indicatorOf(view, "act"))).toEqual([
      { year: "2012", joint: 2, alone: 1, other: 1 },
      { year: "2013", joint: 0, alone: 0, other: 0 },
      { year: "2014", joint: 0, alone: 1, other: 0 },
    ]);
  });

  it("name the partner from the codebook", () => {
    expect(partners(indicatorOf(view, "act"))).toEqual(["China"]);
    expect(countFigure(view, indicatorOf(view, "act")).table.columns.map(({ text }) => text)).toEqual([
      "Year",
      "With China",
      "Alone",
      "Other entries",
    ]);
  });

  it("draw joint acts solid and single ones outlined, so that grey tells them apart", () => {
    const { data } = countFigure(view, indicatorOf(view, "act")).config(plainTheme, 800);
    expect(data.datasets.map(({ backgroundColor }) => backgroundColor)).toEqual(["solid #0072B2", "outline #0072B2"]);
  });
});
