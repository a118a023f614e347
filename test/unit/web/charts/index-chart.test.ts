import { describe, expect, it } from "vitest";
import { indexFigure } from "../../../../web/charts/index-chart";
import { rangesOf } from "../../../../web/charts/ranges";
import { anAttestation, anEvent, aRegistration } from "../../../factories";
import { viewOf } from "../view-of";

// A minister's visit on 3 October 2012 is 2.66 points; a month later 2.66 x 0.8909 = 2.37 are left.
const view = viewOf({
  asOf: "2012-12-10",
  events: [
    anEvent({ ref: "E-1", title: "Foreign minister in Islamabad for talks on trade" }),
    anEvent({ ref: "E-2", indicator: "veto", date: "2012-10-20" }),
    anEvent({ ref: "E-3", indicator: "veto", date: "2012-07-20" }),
  ],
  attestations: [anAttestation({ month: "2012-12" })],
});
const figure = indexFigure(view);
const scene = figure.scene(800);

describe("the index chart", () => {
  it("draws direct dealings thick over all evidence thin, and the band around the latter", () => {
    const [all, direct] = scene.lines ?? [];
    // The driver adds 0.25 x 2.8 x 0.95 = 0.665 in July, of which 2^(-3/6) is left in October, and 0.665 again.
    expect(direct?.points[9]).toEqual({ x: 9, y: view.months[9]?.directIndex });
    expect(direct?.points[9]?.y).toBeCloseTo(2.66, 9);
    expect(all?.points[9]?.y).toBeCloseTo(2.66 + 0.665 + 0.665 * 2 ** -0.5, 9);
    expect(direct?.width).toBeGreaterThan(all?.width ?? 9);
    const { upper, lower } = scene.band ?? { upper: [], lower: [] };
    expect((upper[9]?.y ?? 0) - (lower[9]?.y ?? 0)).toBeCloseTo(2 * (view.months[9]?.band90 ?? 0), 9);
  });

  it("dashes the stretch to a month that nobody looked at", () => {
    const dashed = scene.lines?.[1]?.dashed;
    // October: events; November: nobody looked; December: attested.
    expect([dashed?.[9], dashed?.[10], dashed?.[11]]).toEqual([false, true, false]);
  });

  it("leaves the month that is not over hollow, on both lines", () => {
    const hollow = (scene.dots ?? []).filter(({ fill }) => fill === "paper");
    expect(hollow.map(({ x, y }) => [x, y])).toEqual([
      [11, view.months[11]?.directIndex],
      [11, view.months[11]?.index],
    ]);
  });

  it("marks where it moved most: a circle on the thick line for direct dealings, a diamond on the thin one for drivers", () => {
    const marks = (scene.dots ?? []).filter(({ fill }) => fill === "full");
    expect(marks.map(({ x, y, shape }) => [x, y, shape])).toEqual([
      [6, view.months[6]?.index, "diamond"],
      [9, view.months[9]?.directIndex, "circle"],
    ]);
    expect(marks[1]?.radius).toBeGreaterThanOrEqual(marks[0]?.radius ?? 9);
  });

  it("names the largest moves first, cut between words, and shorter on a phone", () => {
    expect(scene.notes?.[0]).toMatchObject({ x: 9, lines: ["Oct 2012", "Foreign minister in\u2026"] });
    expect(figure.scene(300).notes?.[0]?.lines[1]).toBe("Foreign minister in\u2026");
    expect(scene.notes?.[1]?.x).toBe(6);
  });

  it("has a table with one row a month, the numbers of the chart, and what moved it", () => {
    expect(figure.table.rows).toHaveLength(view.months.length);
    expect(figure.table.rows[9]?.cells).toEqual([
      "October 2012",
      "2.7",
      "3.8",
      expect.stringMatching(/^±/),
      "2",
      "looked at",
      "moved +2.7, most by: Foreign minister in Islamabad for talks on trade",
    ]);
    expect(figure.table.rows[6]?.cells.at(-1)).toMatch(/^drivers moved \+0\.7, most by: /);
    expect(figure.table.rows[10]?.cells.slice(-2)).toEqual(["not looked at", ""]);
    expect(figure.table.rows[11]?.cells.at(-2)).toBe("looked at, not over yet");
  });

  it("opens a month from its point", () => {
    expect(figure.table.rows[9]?.opens).toEqual({ title: "October 2012", from: "2012-10", to: "2012-10" });
  });

  it("draws a view of before there were marks", () => {
    const { moves: _moves, ...old } = view;
    const dots = indexFigure(old).scene(800).dots ?? [];
    expect(dots.every(({ fill }) => fill === "paper")).toBe(true);
  });

  it("marks the day of registration, in the words of the mode", () => {
    // 15 June: 5 - 0.5 + 14 / 30
    expect(scene.rules?.[0]).toMatchObject({ axis: "x", label: "registered" });
    expect(scene.rules?.[0]?.at).toBeCloseTo(4.966_667, 6);
    const backTest = viewOf({ registration: aRegistration({ mode: "back-test" }), events: [anEvent()] });
    expect(indexFigure(backTest).scene(800).rules?.[0]?.label).toBe("article appears");
  });
});

describe("the ranges of the index", () => {
  it("are one, three and five years, around the start, and all; each has its key", () => {
    const long = viewOf({ asOf: "2022-12-31", events: [anEvent()] });
    expect(rangesOf(long).map(({ key, label }) => `${key} ${label}`)).toEqual([
      "1 1 y",
      "3 3 y",
      "5 5 y",
      "r Around the start",
      "0 All",
    ]);
    const [year] = rangesOf(long);
    expect([year?.from, year?.to]).toEqual([long.months.length - 12.5, long.months.length - 0.5]);
  });

  it("leave out what would show the same as all", () => {
    expect(rangesOf(view)).toEqual([]);
  });
});
