import { describe, expect, it } from "vitest";
import { contributionOf, drawnShares } from "../../../../web/event/contribution";
import { contributionFigure } from "../../../../web/event/contribution-chart";
import type { StateSpan } from "../../../../worker/core/view-types";
import { event, meetings, route } from "../forms/samples";

const now = Date.parse("2013-10-31T12:00:00Z");
const standing = {
  asOf: "2013-10-31",
  asOfReason: "today",
  halfLifeMonths: 6,
  now,
  coverage: { from: "2011-06" },
} as const;
const closing = { ...event, date: "2011-11-26", indicator: "route", code: null, state: "closed", points: 0 };

describe("what an event adds to the index over time", () => {
  it("starts with its points in its month and halves every half-life", () => {
    const { shares, sentence } = contributionOf({ ...event, points: 2.66 }, meetings, standing);
    expect(shares).toHaveLength(13);
    expect(shares[0]).toEqual({ month: "2012-10", value: 2.66 });
    // 2.66 / 2 = 1.33 after six months, 0.665 after twelve.
    expect(shares[6]?.value).toBeCloseTo(1.33, 9);
    expect(shares[12]?.value).toBeCloseTo(0.665, 9);
    expect(sentence).toBe("Added 2.7 points in October 2012; half of it is gone by April 2013; +0.7 now.");
  });

  it("is nothing where the event is dated before all figures, and no page of months", () => {
    const { shares, sentence } = contributionOf({ ...event, date: "1026-10-06" }, meetings, standing);
    expect(shares).toEqual([]);
    expect(sentence).toBe("Adds nothing to the index: it is dated before June 1981, where the figures can begin.");
  });

  it("says of a cooling event that it took points off", () => {
    const { sentence } = contributionOf({ ...event, points: -4.75 }, meetings, standing);
    expect(sentence).toContain("Took 4.8 points off in October 2012");
    expect(sentence).toContain("\u22121.2 now");
  });

  it("names the day that the figures stand at where that is not today", () => {
    const { sentence } = contributionOf(event, meetings, { ...standing, asOfReason: "last-covered" });
    expect(sentence).toContain("on 31 October 2013, where the figures stand");
  });

  it("is nothing for a retracted event, one yet to come, a context row and one without points", () => {
    const sentenceOf = (change: object, indicator = meetings) =>
      contributionOf({ ...event, ...change }, indicator, standing);
    expect(sentenceOf({ status: "retracted" })).toEqual({
      shares: [],
      sentence: "Retracted: it adds nothing to the index.",
    });
    // Later in the month that the figures stand in.
    const early = { ...standing, asOf: "2013-10-15" };
    expect(contributionOf({ ...event, date: "2013-10-20" }, meetings, early)).toEqual({
      shares: [],
      sentence: "Nothing yet: the figures stand at 15 October 2013, before it happened.",
    });
    // Its day has begun further east.
    expect(contributionOf({ ...event, date: "2013-11-01" }, meetings, standing)).toEqual({
      shares: [],
      sentence: "Nothing yet. Counts from 1 November 2013, 00:00 UTC.",
    });
    expect(sentenceOf({}, { ...meetings, role: "context" }).sentence).toContain("Kept for context");
    expect(sentenceOf({ points: 0 }).sentence).toContain("earns no points");
  });
});

describe("what a state adds to the index over time", () => {
  it("grows with the days that it held, then fades", () => {
    const { shares, sentence } = contributionOf(closing, route, standing);
    const at = (month: string) => shares.find((share) => share.month === month)?.value;
    // Relevance 0.25 x full scale 4 x 5 of 30 days.
    expect(at("2011-11")).toBeCloseTo(5 / 30, 9);
    expect(at("2011-12")).toBeCloseTo((5 / 30) * 2 ** (-1 / 6) + 1, 9);
    // Two of 31 days in July; then nothing comes in.
    expect(at("2012-08")).toBeCloseTo((at("2012-07") ?? 0) * 2 ** (-1 / 6), 9);
    expect(sentence).toContain("points in June 2012; it held 26 November 2011 to 2 July 2012");
  });

  it("still holds until another one comes", () => {
    const spans: StateSpan[] = [{ state: "closed", from: "2011-11-26", to: null }];
    expect(contributionOf(closing, { ...route, spans }, standing).sentence).toContain("it still holds");
  });

  it("is nothing where the state has no value, or where the row started nothing", () => {
    const opened = { ...closing, date: "2012-07-03", state: "open" };
    expect(contributionOf(opened, route, standing).sentence).toBe('The state "open" earns no points; it still holds.');
    expect(contributionOf({ ...closing, date: "2012-01-05" }, route, standing).sentence).toContain(
      "Started nothing new",
    );
  });
});

describe("the chart of a contribution", () => {
  const { shares } = contributionOf({ ...event, points: 2.66 }, meetings, { ...standing, asOf: "2025-11-30" });
  const drawn = drawnShares(shares);

  it("ends with the first month whose share shows as 0.0, a year in at the earliest", () => {
    expect(shares.length).toBeGreaterThan(150);
    expect(Math.abs(drawn.at(-2)?.value ?? 0)).toBeGreaterThanOrEqual(0.05);
    expect(Math.abs(drawn.at(-1)?.value ?? 1)).toBeLessThan(0.05);
    expect(drawnShares(shares.map((share) => ({ ...share, value: 0 })))).toHaveLength(12);
  });

  it("has a row of its table for each of its points", () => {
    const figure = contributionFigure(drawn);
    expect(figure.table.rows).toHaveLength(drawn.length);
    expect(figure.table.rows[0]?.cells).toEqual(["October 2012", "+2.66"]);
    const { lines = [], dots = [] } = figure.scene(400);
    expect(lines[0]?.points.map(({ y }) => y)).toEqual(drawn.map(({ value }) => value));
    // Where it begins.
    expect(dots.map(({ x, y }) => [x, y])).toEqual([[0, 2.66]]);
  });
});
