import { describe, expect, it } from "vitest";
import type { CellReading } from "../../../worker/core/rollup";
import { verdictInputs, type VerdictInputs } from "../../../worker/core/verdict-inputs";
import { viewInputFromEvents } from "../../../worker/core/view-from-events";
import { relevancesOf, tableOf } from "../../../worker/core/verdict-table";
import {
  countsAt,
  leaveOutFrom,
  windowEvents,
  windowSizes,
  type WindowCounts,
} from "../../../worker/core/window-counts";
import { anEvent, aScenario, aStateRow } from "../../factories";

const RELEVANCES = new Map([
  ["visit", 1],
  ["veto", 0.25],
  ["supply_line", 0.25],
]);

/** Window from June 2011; the first month of the inputs is May 2011, where an event stands before the window. */
function inputs(over: Parameters<typeof aScenario>[0] = {}): VerdictInputs {
  const events = [
    anEvent({ ref: "a", date: "2011-05-01", effective10: 40 }),
    anEvent({ ref: "b", date: "2011-07-01", effective10: 40 }),
    anEvent({ ref: "c", date: "2011-07-02", effective10: -40 }),
    anEvent({ ref: "d", date: "2011-08-01", effective10: 0 }),
    anEvent({ ref: "e", date: "2011-08-02", indicator: "veto", effective10: 35 }),
    ...(over.events ?? []),
  ];
  return verdictInputs(viewInputFromEvents(aScenario({ asOf: "2012-06-30", ...over, events })));
}

/** May to August 2011. */
const FIRST_FOUR = [0, 1, 2, 3];

function counts(relevances: ReadonlyMap<string, number>): WindowCounts[] {
  const some = inputs();
  const events = windowEvents(some, tableOf(some));
  return FIRST_FOUR.map((at) => countsAt(events, relevancesOf(some.settings, relevances), at));
}

function sizeInAugust(reading: CellReading): number | undefined {
  const some = inputs();
  return windowSizes(some, RELEVANCES, reading, tableOf(some))[3];
}

describe("counts of the window", () => {
  it("take in events from the window's start on, zero scores included", () => {
    const found = counts(RELEVANCES);
    expect(found.map(({ events }) => events)).toEqual([0, 0, 2, 4]);
    expect(found.map(({ indicators }) => indicators)).toEqual([0, 0, 1, 2]);
  });

  it("leave out what the check gives no relevance", () => {
    expect(counts(new Map([...RELEVANCES, ["veto", 0]]))[3]).toEqual({ events: 3, indicators: 1 });
  });

  it("sum the sizes without sign, each in the unit of its check", () => {
    // 4.0 and -4.0 at 0.95: 7.6; the veto 0.25 * 3.5 * 0.95 = 0.83125
    expect(sizeInAugust("scored")).toBeCloseTo(7.6 + 0.83125, 12);
    expect(sizeInAugust("weights-off")).toBeCloseTo(8 + 0.875, 12); // 0.25 * 3.5
    expect(sizeInAugust("signs-only")).toBeCloseTo(1.9 + 0.2375, 12); // 0.25 * 0.95
  });
});

describe("a leave-one-out check", () => {
  it("is made from the month of the first scored event in the window", () => {
    expect(leaveOutFrom(inputs(), "visit")).toBe(2); // July: that of May lies before the window
    expect(leaveOutFrom(inputs(), "veto")).toBe(3);
    expect(leaveOutFrom(inputs(), "other")).toBe(Number.POSITIVE_INFINITY);
  });

  it("is not made for events that all score 0", () => {
    const { settings, months } = inputs();
    const quiet = months.map((month) => ({ ...month, cells: month.cells.map((cell) => ({ ...cell, nScored: 0 })) }));
    expect(leaveOutFrom({ settings, months: quiet }, "visit")).toBe(Number.POSITIVE_INFINITY);
  });

  it("of a state is made from the first covered month in which it earns points", () => {
    const closed = aStateRow({ ref: "s", date: "2011-09-10" });
    expect(leaveOutFrom(inputs({ events: [closed] }), "supply_line")).toBe(Number.POSITIVE_INFINITY); // nobody looked
    const attestations = [{ month: "2011-11", note: "", inferred: false }];
    expect(leaveOutFrom(inputs({ events: [closed], attestations }), "supply_line")).toBe(6); // November
    const open = aStateRow({ ref: "s", date: "2011-09-10", state: "open" });
    expect(leaveOutFrom(inputs({ events: [open], attestations }), "supply_line")).toBe(Number.POSITIVE_INFINITY);
  });
});
