import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fadingSum, variantSeries } from "../../../worker/core/series";
import { variantsOf } from "../../../worker/core/variants";
import { verdictInputs, type VerdictInputs } from "../../../worker/core/verdict-inputs";
import { viewInputFromEvents, type LoggedScenario } from "../../../worker/core/view-from-events";
import { indexSeries } from "../../../worker/core/warming-index";
import { anAttestation, anEvent, aRegistration, aScenario, aStateRow } from "../../factories";
import { expectClose } from "../close";
import { INDICATORS, randomEvents } from "./random-events";

function inputsOf(over: Partial<LoggedScenario>): VerdictInputs {
  return verdictInputs(viewInputFromEvents(aScenario({ asOf: "2011-12-31", ...over })));
}

function pointsOf(inputs: VerdictInputs, key: string): number[] {
  const variant = variantsOf(inputs.settings).find((one) => one.key === key);
  return variant ? [...variantSeries(inputs, variant).test.y] : [];
}

describe("the monthly points of the checks", () => {
  // July: a visit of 2.8 at 0.95 and one of -5.0 at 0.50; a veto of 3.5 at 0.95, a quarter of it counts
  const inputs = inputsOf({
    events: [
      anEvent({ ref: "a", date: "2011-07-01" }),
      anEvent({ ref: "b", date: "2011-07-02", effective10: -50, weight100: 50 }),
      anEvent({ ref: "c", date: "2011-07-03", indicator: "veto", effective10: 35 }),
    ],
  });

  it.each([
    ["base", 0.99125], // 2.66 - 2.5 + 0.25 * 3.325
    ["half-life-3", 0.99125],
    ["weights-off", -1.325], // 2.8 - 5 + 0.25 * 3.5
    ["drivers-off", 0.16], // 2.66 - 2.5
    ["drivers-full", 3.485], // 0.16 + 3.325
    ["count-neutral", 0.91125], // 0.16 / 2 + 0.83125
    ["signs-only", 0.6875], // 0.95 - 0.50 + 0.25 * 0.95
    ["without:visit", 0.83125],
    ["without:veto", 0.16],
  ])("%s: %d", (key, want) => {
    expect(pointsOf(inputs, key)).toEqual([want]);
  });

  it("a state keeps its points where weights or scores change, and loses them with its relevance", () => {
    const closed = inputsOf({
      events: [aStateRow({ date: "2011-08-17" })],
      attestations: [anAttestation({ month: "2011-08" })],
    });
    // 15 of 31 days, scale 0.25 * 4 = 1
    for (const key of ["base", "weights-off", "signs-only", "count-neutral"]) {
      expect(pointsOf(closed, key)).toEqual([0.483871]);
    }
    expect(pointsOf(closed, "drivers-full")).toEqual([1.935484]); // 4 * 15 / 31
    expect(pointsOf(closed, "drivers-off")).toEqual([0]);
    expect(pointsOf(closed, "without:supply_line")).toEqual([0]);
  });

  it("months are numbered from the window's start; only covered ones of the window are tested", () => {
    const early = inputsOf({
      events: [anEvent({ ref: "a", date: "2011-02-01" }), anEvent({ ref: "b", date: "2011-09-01" })],
      attestations: [anAttestation({ month: "2011-06" }), anAttestation({ month: "2011-05" })],
    });
    const [base] = variantsOf(early.settings);
    if (!base) throw new Error("No base");
    const { test } = variantSeries(early, base);
    expect([...test.months]).toEqual([0, 3]); // June and September
    expect([...test.y]).toEqual([0, 2.66]);
    expect([...test.zeros]).toEqual([0, 1, 1]);
  });

  it("a month whose only indicator is left out counts as 0", () => {
    expect(pointsOf(inputsOf({ events: [anEvent({ date: "2011-07-01" })] }), "without:visit")).toEqual([0]);
  });

  it("a mean that lies on a half of the last place goes to the even one", () => {
    // three vetoes at 0.95 and one at 0.50: 0.25 * (3 * 3325 + 1750) / 1000 / 4 = 0.7328125
    const vetoes = [95, 95, 95, 50].map((weight100, at) =>
      anEvent({ ref: `v${at}`, date: "2011-07-03", indicator: "veto", effective10: 35, weight100 }),
    );
    expect(pointsOf(inputsOf({ events: vetoes }), "count-neutral")).toEqual([0.732812]);
  });
});

describe("the index of the base", () => {
  const registration = aRegistration({ indicators: INDICATORS, registeredOn: "2011-06-15" });

  it("is that of the index chart", () => {
    fc.assert(
      fc.property(randomEvents(60), (events) => {
        const scenario = aScenario({ registration, events, asOf: "2012-12-31" });
        const input = viewInputFromEvents(scenario);
        const inputs = verdictInputs(input);
        const [base] = variantsOf(inputs.settings);
        if (!base) throw new Error("No base");
        const got = fadingSum(variantSeries(inputs, base).points, base.halfLifeMonths);
        const from = inputs.months[0]?.month ?? "";
        const want = indexSeries({ ...input, indicators: INDICATORS, halfLifeMonths: 6, from: "2010-01" });
        const sameMonths = want.filter(({ month }) => month >= from);
        for (const [at, { index, month }] of sameMonths.entries()) expectClose(got[at], index, month);
      }),
      { numRuns: 30 },
    );
  });
});
