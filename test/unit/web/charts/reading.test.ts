import uPlot from "uplot";
import { describe, expect, it, vi } from "vitest";
import type { Row } from "../../../../web/charts/figure";
import { TIME } from "../../../../web/charts/plot";
import { pointing } from "../../../../web/charts/pointing";
import { rowAt, rowUnder, visibleRows } from "../../../../web/charts/rows";
import { shorten } from "../../../../web/charts/shorten";
import { stepFor } from "../../../../web/charts/walk";

const row = (x: number, over: Partial<Row> = {}): Row => ({ x, cells: [String(x)], ...over });
const years = [row(5.5, { span: [-0.5, 11.5] }), row(17.5, { span: [11.5, 23.5] })];
const pixels = {
  x: (value: number) => value * 10,
  y: (value: number) => value * 10,
  at: (pixel: number) => pixel / 10,
};

describe("the row that is meant", () => {
  it("is the year, the state or the month that holds the place", () => {
    expect(rowAt(years, 11.4)).toBe(years[0]);
    expect(rowAt(years, 11.5)).toBe(years[1]);
    expect(rowAt(years, 24)).toBeNull();
    expect(rowAt([row(3)], 3.4)?.x).toBe(3);
  });

  it("is the nearest mark where marks stand apart, if one is near", () => {
    const marks = [row(5, { y: 0 }), row(5, { y: 3 })];
    expect(rowUnder(marks, { x: 52, y: 28 }, pixels, true)).toBe(marks[1]);
    expect(rowUnder(marks, { x: 90, y: 28 }, pixels, true)).toBeNull();
  });

  it("is only looked for in the range that is shown", () => {
    expect(visibleRows(years, { from: 12, to: 24 })).toEqual([years[1]]);
    expect(visibleRows(years, null)).toEqual(years);
  });
});

describe("keys on a chart", () => {
  it.each([
    ["ArrowLeft", { to: 4 }],
    ["ArrowRight", { to: 6 }],
    ["PageDown", { to: 9 }],
    ["PageUp", { to: 0 }],
    ["Home", { to: 0 }],
    ["End", { to: 9 }],
    ["Enter", "open"],
    ["Escape", "close"],
    ["3", { range: "3" }],
    ["a", { range: "0" }],
    ["R", { range: "r" }],
    ["x", null],
    ["Tab", null],
  ])("%s: %j", (key, step) => {
    expect(stepFor(key, 5, 10, ["1", "3", "0", "r"])).toEqual(step);
  });

  it("a chart that nobody has read yet is entered at its newest point", () => {
    expect(stepFor("ArrowLeft", 10, 10, [])).toEqual({ to: 9 });
    expect(stepFor("ArrowRight", 10, 10, [])).toEqual({ to: 9 });
  });

  it("an empty chart and one without ranges leave the keys to the page", () => {
    expect(stepFor("ArrowLeft", 0, 0, [])).toBeNull();
    expect(stepFor("3", 5, 10, [])).toBeNull();
  });
});

describe("the shared cursor", () => {
  /** A plot of ten pixels a month that takes part in what is shared. */
  const plotOf = (cursor: object = {}) => ({
    cursor: { sync: { values: [0, 0] }, ...cursor },
    valToPos: (value: number) => value * 10,
    posToVal: (pixel: number) => pixel / 10,
    setCursor: vi.fn(),
    pub: vi.fn(),
  });
  const read = (shared: boolean, marksOnly = false) => {
    const onRow = vi.fn();
    return { onRow, to: pointing({ figure: { shared, marksOnly }, rows: () => years, onRow }) };
  };

  it("tells all others where one points by keys, and nobody who has left", () => {
    const [one, other, gone] = [plotOf(), plotOf(), plotOf()];
    const group = uPlot.sync(TIME);
    for (const plot of [one, other, gone]) group.sub(plot as never);
    group.unsub(gone as never);
    read(true).to.point(one as never, years[1] ?? null);
    expect(other.pub).toHaveBeenCalledExactlyOnceWith("mousemove", one, 175, 0, 1, 1, 0);
    expect(one.cursor.sync.values[0]).toBe(17.5);
    expect(one.pub).not.toHaveBeenCalled();
    expect(gone.pub).not.toHaveBeenCalled();
    read(true).to.point(one as never, null);
    expect(other.pub.mock.lastCall?.[2]).toBeLessThan(0);
    read(false).to.point(one as never, years[0] ?? null);
    expect(other.pub).toHaveBeenCalledTimes(2);
    for (const plot of [one, other]) group.unsub(plot as never);
  });

  it("reads the row at the place that another chart points at, and none where the pointer has left", () => {
    const { onRow, to } = read(true);
    to.onCursor(plotOf({ left: 60, event: null }) as never);
    expect(onRow).toHaveBeenLastCalledWith(years[0]);
    to.onCursor(plotOf({ left: -10, event: {} }) as never);
    expect(onRow).toHaveBeenLastCalledWith(null);
  });

  it("goes to the middle of a mark that stands for itself, and stays where it is in a stretch of time", () => {
    const event = {};
    const { move } = read(true).to.cursor;
    expect(move?.(plotOf({ event }) as never, 60, 5)).toEqual([60, 5]);
    const single = pointing({
      figure: { shared: true, marksOnly: true },
      rows: () => [row(5, { y: 1 })],
      onRow: vi.fn(),
    });
    expect(single.cursor.move?.(plotOf({ event }) as never, 60, 5)).toEqual([50, 5]);
    // What another chart points at is no mark of this one.
    expect(single.cursor.move?.(plotOf() as never, 60, 5)).toEqual([60, 5]);
  });
});

describe("a shortened text", () => {
  it.each([
    ["short", 10, "short"],
    ["Defence ministers sign an agreement", 20, "Defence ministers\u2026"],
    ["Three memoranda, signed", 16, "Three memoranda\u2026"],
    ["Unbrokenwordofgreatlength", 10, "Unbrokenw\u2026"],
  ])("%s to %d", (text, most, cut) => {
    expect(shorten(text, most)).toBe(cut);
  });
});
