import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contributionFloor, monthsThatCouldMatter, sureFloor } from "../../../worker/core/largest-contributions";
import { monthOf } from "../../../worker/core/months";
import { cellsOf } from "../../../worker/core/rollup";
import type { LoggedEvent } from "../../../worker/core/types";
import { eventPoints, fadedPoints } from "../../../worker/core/warming-index";
import { aCell, anEvent } from "../../factories";
import { AS_OF, INDICATORS, randomEvents } from "./random-events";

const asOfMonth = monthOf(AS_OF);
const relevance = new Map(INDICATORS.map((indicator) => [indicator.key, indicator.relevance]));

function pointsOf(event: LoggedEvent): number {
  return Math.abs(eventPoints(event, relevance.get(event.indicator) ?? 0));
}

function sizeOf(event: LoggedEvent): number {
  return fadedPoints(pointsOf(event), monthOf(event.date), asOfMonth, 6);
}

/** What a store does: the `limit` largest rows of each month that could matter. */
function search(events: LoggedEvent[], limit: number): LoggedEvent[] {
  const input = { indicators: INDICATORS, cells: cellsOf(events), asOfMonth, halfLifeMonths: 6 };
  return monthsThatCouldMatter(input, sureFloor(input, limit)).flatMap((month) =>
    events
      .filter(({ date }) => monthOf(date) === month)
      .toSorted((a, b) => pointsOf(b) - pointsOf(a))
      .slice(0, limit),
  );
}

function largest(events: LoggedEvent[], limit: number): number[] {
  return events
    .map(sizeOf)
    .filter((size) => size > 0)
    .toSorted((a, b) => b - a)
    .slice(0, limit);
}

describe("the search for the largest contributions", () => {
  it("finds what sorting all events finds", () => {
    fc.assert(
      fc.property(randomEvents(150), fc.integer({ min: 1, max: 20 }), (events, limit) => {
        expect(largest(search(events, limit), limit)).toEqual(largest(events, limit));
      }),
      { numRuns: 100 },
    );
  });

  it("does not ask for months that have faded below the floor", () => {
    const input = { indicators: INDICATORS, asOfMonth, halfLifeMonths: 6 };
    const cells = ["2012-12", "2011-10", "2011-09"].map((month) => aCell({ month, sumWAbs: 5320 }));
    // 5.32 * 2^(-14/6) = 1.056 and 5.32 * 2^(-15/6) = 0.940
    expect(monthsThatCouldMatter({ ...input, cells }, 1)).toEqual(["2012-12", "2011-10"]);
  });

  it("no month can hold more than one event of 10 points, however busy it was", () => {
    const input = { indicators: INDICATORS, asOfMonth: "2013-12", halfLifeMonths: 6 };
    const busy = [aCell({ month: "2012-12", n: 500, nScored: 500, sumWAbs: 1_000_000 })];
    // at most 10 / 4 = 2.5 after a year
    expect(monthsThatCouldMatter({ ...input, cells: busy }, 2.6)).toEqual([]);
    expect(monthsThatCouldMatter({ ...input, cells: busy }, 2.5)).toEqual(["2012-12"]);
  });

  it("the floor is sure: so many cells hold an event of at least their mean size", () => {
    const input = { indicators: INDICATORS, asOfMonth, halfLifeMonths: 6 };
    const cells = [
      aCell({ month: asOfMonth, n: 2, nScored: 2, sumWAbs: 4000 }), // mean 2
      aCell({ month: asOfMonth, indicator: "trade", sumWAbs: 3000 }), // 3
    ];
    expect([1, 2, 3].map((limit) => sureFloor({ ...input, cells }, limit))).toEqual([3, 2, 0]);
  });

  it("a floor is the size of the last of the largest, 0 while fewer are known", () => {
    expect([contributionFloor([5, -4, 3], 2), contributionFloor([5], 2)]).toEqual([4, 0]);
  });

  it("events without points are never asked for", () => {
    const cells = cellsOf([anEvent({ effective10: 0 }), anEvent({ indicator: "context" })]);
    expect(monthsThatCouldMatter({ indicators: INDICATORS, cells, asOfMonth, halfLifeMonths: 6 }, 0)).toEqual([]);
  });
});
