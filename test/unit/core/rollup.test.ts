import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addCells,
  cellDelta,
  cellPoints,
  cellsOf,
  cellVariance,
  codeCountsOf,
  yearCountsOf,
} from "../../../worker/core/rollup";
import { aCell, anEvent } from "../../factories";
import { randomEvents } from "./random-events";

describe("the month rollup", () => {
  it("one event gives integer sums", () => {
    // weight 95, score 28: 95 * 28 = 2660; 28^2 * 95 * 5 = 784 * 475 = 372400
    expect(cellsOf([anEvent()])).toEqual([aCell()]);
  });

  it("plus and minus in one cell cancel in the signed sums only", () => {
    const events = [anEvent({ effective10: 40 }), anEvent({ effective10: -40, date: "2012-10" })];
    expect(cellsOf(events)).toEqual([
      aCell({
        n: 2,
        nScored: 2,
        sumWS: 0, // 3800 - 3800
        sumS: 0,
        sumWSign: 0, // 95 - 95
        sumWAbs: 7600,
        sumAbs: 80,
        sumW: 190,
        sumVar: 1_520_000, // 2 * 1600 * 95 * 5
      }),
    ]);
  });

  it("an event scored 0 counts as an event and adds nothing else", () => {
    const zero = { n: 1, nScored: 0, sumWS: 0, sumS: 0, sumWSign: 0, sumWAbs: 0, sumAbs: 0, sumW: 0, sumVar: 0 };
    expect(cellsOf([anEvent({ effective10: 0 })])).toEqual([aCell(zero)]);
  });

  it("cells are split by indicator and month, oldest month first", () => {
    const events = [
      anEvent({ indicator: "visit", date: "2012-10-31" }),
      anEvent({ indicator: "trade", date: "2012-10-01" }),
      anEvent({ indicator: "visit", date: "2011-12" }),
    ];
    expect(cellsOf(events).map(({ month, indicator }) => `${month} ${indicator}`)).toEqual([
      "2011-12 visit",
      "2012-10 trade",
      "2012-10 visit",
    ]);
  });

  it("no sum is ever minus nought", () => {
    for (const effective10 of [0, 28, -28]) {
      const delta = cellDelta(anEvent({ effective10, weight100: 100 }), -1);
      const sums = [delta, addCells(cellDelta(anEvent({ effective10 }), 1), cellDelta(anEvent({ effective10 }), -1))];
      for (const cell of sums) expect(Object.values(cell).some((value) => Object.is(value, -0))).toBe(false);
    }
  });

  it("adding and then removing an event leaves the cell as it was", () => {
    fc.assert(
      fc.property(randomEvents(20), (events) => {
        for (const event of events) {
          const cell = aCell({ indicator: event.indicator, month: event.date });
          expect(addCells(addCells(cell, cellDelta(event, 1)), cellDelta(event, -1))).toStrictEqual(cell);
        }
      }),
    );
  });

  it("the cells do not depend on the order of the events", () => {
    fc.assert(
      fc.property(randomEvents(30), (events) => {
        expect(cellsOf(events.toReversed())).toStrictEqual(cellsOf(events));
      }),
    );
  });
});

describe("reading a cell", () => {
  const cell = cellsOf([
    anEvent({ effective10: 10 }),
    anEvent({ effective10: 20, weight100: 100 }),
    anEvent({ effective10: 0 }),
  ]);

  it("points are relevance x the sum of weight x score", () => {
    expect(cellPoints(aCell(), 1)).toBe(2.66); // 2.8 * 0.95
    expect(cellPoints(aCell(), 0.25)).toBe(0.665);
    expect(Object.is(cellPoints(aCell({ sumWS: -2660 }), 0), 0)).toBe(true);
  });

  it("count-neutral points are the mean over all events of the cell, zero scores included", () => {
    expect(cell.map((one) => cellPoints(one, 1, "count-neutral"))).toEqual([(0.95 + 2) / 3]);
  });

  it("signs-only points count each scored event with its weight", () => {
    expect(cell.map((one) => cellPoints(one, 1, "signs-only"))).toEqual([1.95]); // 0.95 + 1.00
  });

  it("points without weights are relevance x the sum of scores", () => {
    expect(cell.map((one) => cellPoints(one, 0.25, "weights-off"))).toEqual([0.75]); // 0.25 * (1 + 2 + 0)
  });

  it("source variance is relevance^2 x score^2 x w (1 - w)", () => {
    expect(cellVariance(aCell(), 1)).toBeCloseTo(0.3724, 12); // 7.84 * 0.0475
    expect(cellVariance(aCell(), 0.5)).toBeCloseTo(0.0931, 12); // a quarter of it
  });
});

describe("counts of codebook entries", () => {
  it("count by indicator, month and code; rows without a code are left out", () => {
    const events = [
      anEvent({ date: "2012-10-03" }),
      anEvent({ date: "2012-10" }),
      anEvent({ code: "leader_visit_held" }),
      anEvent({ code: null }),
    ];
    expect(codeCountsOf(events)).toEqual([
      { indicator: "visit", code: "leader_visit_held", month: "2012-10", n: 1 },
      { indicator: "visit", code: "minister_visit_held", month: "2012-10", n: 2 },
    ]);
  });

  it("add up by year, apart by indicator and code; deltas cancel out to nought", () => {
    const count = { indicator: "visit", code: "held", month: "2012-10", n: 2 };
    const counts = [
      count,
      { ...count, month: "2012-12", n: 3 },
      { ...count, month: "2013-01" },
      { ...count, code: "cancelled" },
      { ...count, indicator: "trade", n: 1 },
      { ...count, indicator: "trade", month: "2012-11", n: -1 },
    ];
    expect(yearCountsOf(counts)).toEqual([
      { indicator: "visit", code: "held", year: "2012", n: 5 }, // 2 + 3
      { indicator: "visit", code: "held", year: "2013", n: 2 },
      { indicator: "visit", code: "cancelled", year: "2012", n: 2 },
      { indicator: "trade", code: "held", year: "2012", n: 0 }, // 1 - 1
    ]);
  });
});
