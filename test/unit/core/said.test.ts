import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isSameSaid, saidOf } from "../../../worker/core/said";
import { assembleView } from "../../../worker/core/view";
import { viewInputFromEvents } from "../../../worker/core/view-from-events";
import { anEvent, aScenario } from "../../factories";
import { readPack } from "./read-pack";

const pack = readPack(join(import.meta.dirname, "../../../scenarios/pakistan-russia-2012"));

describe("what is said of a month-end", () => {
  it.each([
    ["2012-06", "2012-06-30"],
    ["2014-01", "2014-01-31"],
    ["2016-02", "2016-02-29"],
    ["2025-11", "2025-11-30"],
  ])("of %s is what the view as of its last day says", (month, asOf) => {
    const view = assembleView(viewInputFromEvents({ ...pack, asOf, asOfReason: "asked" }));
    const said = saidOf(pack, month);
    expect(said?.published).toBe(view.publishedByMonth[month]);
    expect(said?.index).toBeCloseTo(view.index, 9);
  });

  it("counts all of the last day and nothing later", () => {
    const days = ["2012-10-31", "2012-11-01"];
    const events = days.map((date, at) => anEvent({ ref: `E-${at}`, date }));
    expect(saidOf(aScenario({ events }), "2012-10")?.index).toBe(2.66); // one visit of 2.8 at 0.95
  });

  it("is nothing before the month of registration", () => {
    expect(saidOf(aScenario(), "2012-05")).toBeNull();
    expect(saidOf(aScenario(), "2012-06")).not.toBeNull();
  });

  it("is the same where revision, word and index are", () => {
    const one = { revision: 3, published: "stalled" as const, index: 0.3 };
    expect(isSameSaid(one, { ...one, index: 0.1 + 0.2 })).toBe(true);
    expect(isSameSaid(one, { ...one, revision: 4 })).toBe(false);
    expect(isSameSaid(one, { ...one, published: "holding" })).toBe(false);
    expect(isSameSaid(one, { ...one, index: 0.4 })).toBe(false);
  });
});
