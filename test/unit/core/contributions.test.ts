import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contributionCount, contributionsOf } from "../../../worker/core/contributions";
import { monthOf } from "../../../worker/core/months";
import { cellsOf } from "../../../worker/core/rollup";
import type { LoggedEvent } from "../../../worker/core/types";
import type { Contribution } from "../../../worker/core/view-types";
import { indexSeries, type IndexMonth } from "../../../worker/core/warming-index";
import { aStateChange, aStateIndicator, anEvent } from "../../factories";
import { expectClose } from "../close";
import { AS_OF, FIRST_MONTH, INDICATORS, randomEvents } from "./random-events";

const indicators = [...INDICATORS, aStateIndicator()];
const states = [aStateChange({ date: "2011-11-26" }), aStateChange({ date: "2012-07-03", state: "open", order: 1 })];

function nowOf(events: LoggedEvent[]): IndexMonth {
  const cells = cellsOf(events);
  const series = indexSeries({ indicators, halfLifeMonths: 6, from: FIRST_MONTH, asOf: AS_OF, cells, states });
  const now = series.at(-1);
  if (!now) throw new Error("no month");
  return now;
}

function listOf(events: LoggedEvent[]): Contribution[] {
  return contributionsOf({ indicators, candidates: events, now: nowOf(events), halfLifeMonths: 6 });
}

describe("contributions", () => {
  it("an event still adds half of its points after a half-life", () => {
    const [first] = listOf([anEvent({ ref: "E-1", date: "2012-06-05" })]).filter(({ id }) => id !== null);
    expect(first).toMatchObject({ ref: "E-1", id: "E-1", date: "2012-06-05", indicator: "visit", value: 1.33 }); // 2.66 / 2
  });

  it("a state is one entry under its indicator's key, without id and date", () => {
    expect(listOf([])).toEqual([
      expect.objectContaining({ ref: "supply_line", id: null, date: null, title: "Supply line" }),
    ]);
  });

  it("are sorted by size without sign, equals by reference; zeros are left out", () => {
    const list = listOf([
      anEvent({ ref: "b", date: "2012-12-01", effective10: 30 }),
      anEvent({ ref: "c", date: "2012-12-02", effective10: -80 }),
      anEvent({ ref: "a", date: "2012-12-03", effective10: 30 }),
      anEvent({ ref: "zero", date: "2012-12-03", effective10: 0 }),
      anEvent({ ref: "off", date: "2012-12-03", indicator: "context" }),
    ]);
    expect(list.map(({ ref }) => ref)).toEqual(["c", "a", "b", "supply_line"]);
  });

  it("add up to the index", () => {
    fc.assert(
      fc.property(randomEvents(80), (events) => {
        const total = listOf(events).reduce((sum, { value }) => sum + value, 0);
        expectClose(total, nowOf(events).index, "sum of contributions", 1e-8); // each is rounded to 1e-10
      }),
      { numRuns: 40 },
    );
  });

  it("are counted from the rollup as they are listed from the events", () => {
    fc.assert(
      fc.property(randomEvents(80), (events) => {
        expect(contributionCount(indicators, cellsOf(events), nowOf(events))).toBe(listOf(events).length);
      }),
      { numRuns: 40 },
    );
  });

  it("all lie at the as-of month", () => {
    expect(nowOf([]).month).toBe(monthOf(AS_OF));
  });
});
