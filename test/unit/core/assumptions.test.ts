import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { baseAssumptions, type Assumptions } from "../../../worker/core/assumption-base";
import { applyAssumptions, assumedVerdicts, siteOf, type AssumedLog } from "../../../worker/core/assumptions";
import { viewInputFromEvents } from "../../../worker/core/view-from-events";
import { viewVerdicts } from "../../../worker/core/view-verdicts";
import { anAttestation, anEvent, aRegistration } from "../../factories";
import { readPack } from "./read-pack";

const asOf = "2025-12-31";
const pack = { ...readPack(join(import.meta.dirname, "../../../scenarios/pakistan-russia-2012")), asOf };
const input = viewInputFromEvents({ ...pack, asOfReason: "asked", said: { since: null, months: [] } });
const shipped: AssumedLog = {
  registration: pack.registration,
  asOf,
  completeTo: input.completeTo,
  events: pack.events.filter(({ state }) => state === null),
  states: input.states,
  attestations: pack.attestations,
};
const registered = viewVerdicts(input).verdicts;
const base = baseAssumptions(pack.registration);
const withChange = (change: Partial<Assumptions>) => assumedVerdicts(shipped, { ...base, ...change });

describe("the verdicts under the registered assumptions", () => {
  it("are the registered verdicts", () => {
    const got = withChange({});
    expect(got.map(({ key, n, S, shown, agree, of }) => ({ key, n, S, shown, agree, of }))).toEqual(
      registered.map(({ key, n, S, shown, agree, of }) => ({ key, n, S, shown, agree, of })),
    );
    for (const [at, verdict] of got.entries()) {
      expect(verdict.riseHigh).toBeCloseTo(registered[at]?.riseHigh ?? Number.NaN, 9);
      expect(verdict.variants.map(({ reading }) => reading)).toEqual(
        registered[at]?.variants.map(({ reading }) => reading),
      );
    }
  });

  it("leave the log as it is", () => {
    const { registration, events, attestations } = applyAssumptions(shipped, base);
    expect({ registration, events, attestations }).toEqual({
      registration: shipped.registration,
      events: shipped.events,
      attestations: shipped.attestations,
    });
  });
});

describe("a change that is also one of the fixed checks", () => {
  const changes: [string, Partial<Assumptions>][] = [
    ["half-life-3", { halfLifeMonths: 3 }],
    ["half-life-12", { halfLifeMonths: 12 }],
    ["weights-off", { weightsOff: true }],
    ["drivers-off", { drivers: "off" }],
    ["drivers-full", { drivers: "full" }],
    ["without:visit", { withoutIndicator: "visit" }],
    ["without:veto", { withoutIndicator: "veto" }],
  ];

  it.each(changes)("%s reads as that check for every period", (variant, change) => {
    const got = withChange(change);
    const checks = registered.map(({ variants }) => variants.find((one) => one.variant === variant));
    expect(checks).toHaveLength(3);
    for (const [at, check] of checks.entries()) {
      const { reading, reason, events, S, p, riseLow, riseHigh, materialRise, indexNow, indexAtRegistration } =
        got[at] ?? {};
      expect({ reading, reason, events, S }).toEqual({
        reading: check?.reading,
        reason: check?.reason,
        events: check?.events,
        S: check?.S,
      });
      const numbers = [p, riseLow, riseHigh, materialRise, (indexNow ?? 0) - (indexAtRegistration ?? 0)];
      const wanted = [check?.p, check?.riseLow, check?.riseHigh, check?.materialRise, check?.indexChange];
      for (const [place, number] of numbers.entries()) {
        expect(number).toBeCloseTo(wanted[place] ?? Number.NaN, 9);
      }
    }
  });
});

describe("a change of the log", () => {
  const log: AssumedLog = {
    registration: aRegistration(), // registered June 2012, window from June 2011
    asOf: "2012-10-31",
    completeTo: "2012-10",
    events: [
      anEvent({ ref: "A", date: "2012-02-01" }),
      anEvent({ ref: "B", date: "2012-03-01", sourceUrl: "https://www.other.example/x", sourceReliability: "C" }),
      anEvent({ ref: "C", date: "2012-04-01", infoCredibility: 3, weight100: 50 }),
    ],
    states: [],
    attestations: [anAttestation({ month: "2012-01", inferred: true }), anAttestation({ month: "2012-05" })],
  };
  const changed = (change: Partial<Assumptions>) => {
    const { registration, events, attestations } = applyAssumptions(log, {
      ...baseAssumptions(log.registration),
      ...change,
    });
    const months = attestations.map(({ month }) => month).toSorted();
    return { registration, months, dates: events.map(({ date }) => date) };
  };

  it("a source left out takes its events along, and their months stay looked at", () => {
    const { dates, months } = changed({ withoutSource: "other.example" });
    expect(dates).toEqual(["2012-02-01", "2012-04-01"]);
    expect(months).toEqual(["2012-01", "2012-03", "2012-05"]);
  });

  it("the best grades need both a good source and a probable report", () => {
    expect(changed({ bestGradesOnly: true }).dates).toEqual(["2012-02-01"]);
  });

  it("inferred attestations can be left out", () => {
    expect(changed({ inferredOff: true }).months).toEqual(["2012-05"]);
  });

  it("every unlooked month of the window can count as quiet", () => {
    // June 2011 to October 2012 are 17 months; 3 have events, so 14 are attested.
    expect(changed({ unlookedAsZero: true }).months).toHaveLength(14);
  });

  it("the window starts earlier with more baseline months, later with fewer", () => {
    expect(changed({ startShift: -3 }).registration.baselineMonths).toBe(15);
    expect(changed({ startShift: 2 }).registration.baselineMonths).toBe(10);
  });

  it("an indicator left out counts in no check, though drivers count in full", () => {
    const { registration } = changed({ withoutIndicator: "veto", drivers: "full" });
    expect(registration.indicators.map(({ key, relevance }) => [key, relevance])).toEqual([
      ["visit", 1],
      ["veto", 0],
      ["supply_line", 1],
    ]);
    const [verdict] = assumedVerdicts(log, {
      ...baseAssumptions(log.registration),
      withoutIndicator: "veto",
      drivers: "full",
    });
    expect(verdict?.variants.map(({ variant }) => variant)).not.toContain("without:veto");
  });

  it("weights off make every report certain and scale D as the points grow", () => {
    const { events, materialRiseBy } = applyAssumptions(log, {
      ...baseAssumptions(log.registration),
      weightsOff: true,
    });
    expect(events.map(({ weight100 }) => weight100)).toEqual([100, 100, 100]);
    // 2.8 x (0.95 + 0.95 + 0.5) = 6.72 becomes 2.8 x 3 = 8.4: 3 x 8.4 / 6.72 = 3.75.
    expect(materialRiseBy?.["2012-04"]).toBeCloseTo(3.75, 9);
    expect(materialRiseBy?.["2012-01"]).toBe(3);
  });

  it("events after the as-of day change nothing", () => {
    const later = anEvent({ ref: "D", date: "2012-11-20", effective10: 100 });
    const assumptions = { ...baseAssumptions(log.registration), weightsOff: true };
    expect(assumedVerdicts({ ...log, events: [...log.events, later] }, assumptions)).toEqual(
      assumedVerdicts(log, assumptions),
    );
  });

  it("has no verdict before the day of registration", () => {
    expect(assumedVerdicts({ ...log, asOf: "2012-06-14" }, baseAssumptions(log.registration))).toEqual([]);
  });
});

it("a site is the host without www, and nothing for what is no web address", () => {
  expect(siteOf("https://www.Example.org:8080/a?b")).toBe("example.org");
  expect(siteOf("http://name@example.org#x")).toBe("example.org");
  expect(siteOf("UN record S/PV.6711")).toBe("");
});
