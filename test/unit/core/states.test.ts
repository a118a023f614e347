import { describe, expect, it } from "vitest";
import { stateDays, statePoints, stateSpans } from "../../../worker/core/states";
import { aStateChange, aStateIndicator } from "../../factories";

const closed = aStateChange({ date: "2011-11-26", state: "closed", order: 0 });
const reopened = aStateChange({ date: "2012-07-03", state: "open", order: 1 });
const line = aStateIndicator();

describe("spans of a state", () => {
  it("a span ends the day before the next change; the last one still holds", () => {
    expect(stateSpans([closed, reopened], "supply_line", "2012-12-31")).toEqual([
      { state: "closed", from: "2011-11-26", to: "2012-07-02" },
      { state: "open", from: "2012-07-03", to: null },
    ]);
  });

  it("the order of the list does not matter, the dates do", () => {
    const inOrder = stateSpans([closed, reopened], "supply_line", "2012-12-31");
    expect(stateSpans([reopened, closed], "supply_line", "2012-12-31")).toEqual(inOrder);
  });

  it("of two changes on one day the later recorded holds from that day", () => {
    const restricted = aStateChange({ date: "2012-07-03", state: "restricted", order: 2 });
    expect(stateSpans([closed, restricted, reopened], "supply_line", "2012-12-31").map(({ state }) => state)).toEqual([
      "closed",
      "restricted",
    ]);
  });

  it("a date known to the month counts from its first day", () => {
    const june = aStateChange({ date: "2012-06", state: "open", order: 3 });
    expect(stateSpans([closed, june], "supply_line", "2012-06-15")).toEqual([
      { state: "closed", from: "2011-11-26", to: "2012-05-31" },
      { state: "open", from: "2012-06", to: null },
    ]);
  });

  it("a change to the state that already holds starts no new span", () => {
    const again = aStateChange({ date: "2012-01-10", order: 4 });
    expect(stateSpans([closed, again], "supply_line", "2012-12-31")).toEqual([
      { state: "closed", from: "2011-11-26", to: null },
    ]);
  });

  it("a change on the as-of day holds from that day", () => {
    expect(stateSpans([closed, reopened], "supply_line", "2012-07-03").at(-1)?.state).toBe("open");
  });

  it("changes after the as-of day and of other indicators are not seen", () => {
    const other = aStateChange({ indicator: "northern_route", date: "2011-12-01", state: "open" });
    expect(stateSpans([closed, reopened, other], "supply_line", "2012-07-02")).toEqual([
      { state: "closed", from: "2011-11-26", to: null },
    ]);
  });
});

describe("days of a state", () => {
  it("are counted by month, for each state that held", () => {
    const days = stateDays([closed, reopened], "supply_line", "2012-07-10");
    expect(days.get("2011-11")).toEqual([{ state: "closed", days: 5 }]); // 26 to 30
    expect(days.get("2012-02")).toEqual([{ state: "closed", days: 29 }]);
    expect(days.get("2012-07")).toEqual([
      { state: "closed", days: 2 },
      { state: "open", days: 8 }, // 3 to 10
    ]);
    expect(days.has("2011-10")).toBe(false);
  });
});

describe("points of a state", () => {
  const points = (asOf: string, changes = [closed, reopened]): Record<string, number> =>
    Object.fromEntries(statePoints(changes, line, asOf));

  it("each day earns its share of the month: 5 of 30 days, then whole months, then 2 of 31", () => {
    const earned = points("2012-12-31");
    expect(earned["2011-11"]).toBeCloseTo(5 / 30, 12); // 0.25 * 4 * 5 / 30
    expect(earned["2012-02"]).toBe(1); // 29 of 29 days
    expect(earned["2012-07"]).toBeCloseTo(2 / 31, 12);
    expect(earned["2012-08"]).toBeUndefined();
  });

  it("a restricted line earns half", () => {
    const restricted = aStateChange({ date: "2020-06-16", state: "restricted" });
    const opened = aStateChange({ date: "2020-07-01", state: "open", order: 1 });
    expect(points("2020-12-31", [restricted, opened])).toEqual({ "2020-06": 0.25 }); // 0.5 * 15 / 30
  });

  it("a month changes hands within itself: both states earn their days", () => {
    const changes = [closed, aStateChange({ date: "2011-11-29", state: "restricted", order: 1 })];
    expect(points("2011-11-30", changes)["2011-11"]).toBeCloseTo(4 / 30, 12); // 3 whole days, 2 half days
  });

  it("the current month counts days up to the as-of day", () => {
    expect(points("2011-12-15")["2011-12"]).toBeCloseTo(15 / 31, 12);
  });

  it("days before the first change are unknown and earn nothing", () => {
    expect(Object.keys(points("2012-12-31"))[0]).toBe("2011-11");
  });

  it("a context indicator earns nothing", () => {
    expect(statePoints([closed], aStateIndicator({ relevance: 0 }), "2012-12-31").size).toBe(0);
  });
});
