import { describe, expect, it } from "vitest";
import { movesOf, viewMoves } from "../../../worker/core/moves";
import { cellsOf } from "../../../worker/core/rollup";
import { aDriver, anEvent, anIndicator, aStateIndicator } from "../../factories";

const indicators = [anIndicator(), aDriver(), aStateIndicator()];
const visit = (ref: string, date: string, effective10 = 28) => anEvent({ ref, date, effective10 });
const veto = (ref: string, date: string) => anEvent({ ref, date, indicator: "veto", effective10: 35 });

describe("the months that moved the index most", () => {
  it("are the five largest of direct dealings and the three largest of drivers, oldest first", () => {
    const events = [
      ...[10, 20, 30, 40, 50, 60, 70].map((size, at) => visit(`V-${at}`, `201${at}-01-05`, size)),
      ...[0, 1, 2, 3].map((at) => veto(`W-${at}`, `201${at}-02-05`)),
    ];
    const moves = movesOf(indicators, cellsOf(events));
    expect(moves.map(({ month, role }) => `${month} ${role}`)).toEqual([
      "2010-02 driver",
      "2011-02 driver",
      "2012-01 direct",
      "2012-02 driver",
      "2013-01 direct",
      "2014-01 direct",
      "2015-01 direct",
      "2016-01 direct",
    ]);
    // 0.25 x 3.5 x 0.95, and 7.0 x 0.95
    expect(moves[0]?.value).toBeCloseTo(0.831_25, 9);
    expect(moves.at(-1)?.value).toBeCloseTo(6.65, 9);
  });

  it("a fall is a move as well, and a month counts where the larger part lies", () => {
    const events = [visit("V-1", "2012-03-01", -50), veto("W-1", "2012-03-02")];
    expect(movesOf(indicators, cellsOf(events))).toEqual([{ month: "2012-03", role: "direct", value: -4.75 }]);
  });

  it("months without points are no moves", () => {
    expect(movesOf(indicators, cellsOf([visit("V-1", "2012-03-01", 0)]))).toEqual([]);
  });

  it("come with their three largest events, equals by reference, and none without points", () => {
    const events = [
      visit("V-3", "2012-03-01", 28),
      visit("V-2", "2012-03-09", 28),
      visit("V-4", "2012-03-02", 56),
      veto("W-1", "2012-03-03"),
      visit("V-0", "2012-03-04", 0),
      visit("V-9", "2012-04-04", 10),
    ];
    const [march] = viewMoves(indicators, cellsOf(events), events);
    expect(march?.events.map(({ ref }) => ref)).toEqual(["V-4", "V-2", "V-3"]);
    expect(march?.events[0]).toMatchObject({ points: 5.32, grade: "B1" });
  });
});
