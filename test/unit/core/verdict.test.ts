import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths } from "../../../worker/core/months";
import { cellsOf } from "../../../worker/core/rollup";
import type { LoggedEvent, Registration } from "../../../worker/core/types";
import { monthVerdict, monthVerdicts, publishedWords } from "../../../worker/core/verdict";
import { inputsUntil, verdictInputs, type VerdictInputs } from "../../../worker/core/verdict-inputs";
import { viewInputFromEvents, type LoggedScenario } from "../../../worker/core/view-from-events";
import { anAttestation, anEvent, aRegistration, aScenario, aStateIndicator, aStateRow } from "../../factories";
import { AS_OF, INDICATORS, randomEvents } from "./random-events";

const registration = aRegistration({
  registeredOn: "2011-01-15",
  indicators: [...INDICATORS, aStateIndicator()],
});
const attestations = [3, 7, 8, 20, 21, 30].map((at) => anAttestation({ month: addMonths("2010-01", at) }));
const states = [
  aStateRow({ ref: "S-1", date: "2010-03-20", ordinal: 901 }),
  aStateRow({ ref: "S-2", date: "2011-05-03", state: "open", ordinal: 902 }),
];

function inputsOf(events: LoggedEvent[], over: Partial<LoggedScenario> = {}): VerdictInputs {
  return verdictInputs(viewInputFromEvents(aScenario({ registration, asOf: AS_OF, attestations, events, ...over })));
}

/** Twenty months from January 2010 with one event each, `scoreOf` in tenths. */
function monthly(scoreOf: (month: number) => number, indicator = (at: number): string => (at % 2 ? "trade" : "visit")) {
  return Array.from({ length: 20 }, (_, at) =>
    anEvent({
      ref: `E-${at}`,
      date: addMonths("2010-01", at),
      indicator: indicator(at),
      effective10: scoreOf(at),
      weight100: 100,
    }),
  );
}

const small: Registration = { ...registration, indicators: INDICATORS };
const until = { registration: small, attestations: [], asOf: "2011-08-31" };

describe("a month-end's verdict", () => {
  it("of a steady rise is holding, and leaves out only what has events", () => {
    const verdict = monthVerdict(
      inputsOf(
        monthly((at) => at - 10),
        until,
      ),
    );
    // 20 months from -1.0 to 0.9: all 190 pairs rise; 0.1 a month over 19 months
    expect(verdict).toMatchObject({ n: 20, S: 190, reading: "holding", reason: "up", windowTo: "2011-08" });
    expect(verdict.slope).toBeCloseTo(0.1, 12);
    expect(verdict.rise).toBeCloseTo(1.9, 12);
    // veto and context have no events, so that nothing of theirs could be left out
    const checks = verdict.variants.map(({ variant }) => variant);
    expect(checks.slice(8)).toEqual(["without:visit", "without:trade"]);
  });

  it("is weakening where the index now stands below that at registration", () => {
    // nine events of +10 in June 2009, before the window, have faded less by December 2010 than by August 2011
    const before = anEvent({ ref: "old", date: "2009-06-01", effective10: 100, weight100: 100 });
    const events = [
      ...monthly((at) => at / 2),
      ...Array.from({ length: 9 }, (_, at) => ({ ...before, ref: `o${at}` })),
    ];
    const verdict = monthVerdict(inputsOf(events, until));
    expect(verdict.indexNow).toBeLessThan(verdict.indexAtRegistration);
    expect(verdict).toMatchObject({ reading: "weakening", reason: "up-but-below-registration" });
  });

  it("fails on a steady fall", () => {
    const events = monthly((at) => 10 - at);
    expect(monthVerdict(inputsOf(events, until))).toMatchObject({ S: -190, reading: "failing", reason: "down" });
  });

  it("has no test below three months, and says so with nulls", () => {
    const verdict = monthVerdict(
      inputsOf([anEvent({ date: "2011-02-01" })], { attestations: [], registration: small }),
    );
    expect(verdict).toMatchObject({ n: 1, covered: 1, S: null, p: null, rise: null, reading: "not enough evidence" });
    expect(verdict.variants[0]).toMatchObject({ S: null, p: null, riseHigh: null, reason: "months" });
  });

  it("a check that leaves an indicator out loses its events", () => {
    const few = monthly(
      (at) => (at % 3) - 1,
      (at) => (at < 14 ? "visit" : "trade"),
    );
    const checks = new Map(monthVerdict(inputsOf(few, until)).variants.map((check) => [check.variant, check]));
    expect(checks.get("base")?.events).toBe(20);
    expect(checks.get("without:visit")).toMatchObject({ events: 6, reason: "events" }); // 20 - 14 < 8
    expect(checks.get("without:trade")).toMatchObject({ events: 14, reason: "indicators" }); // only visits are left
  });

  it("D keeps its size where the window's events have none", () => {
    const zeros = monthVerdict(
      inputsOf(
        monthly(() => 0),
        until,
      ),
    );
    expect(zeros.variants.map(({ materialRise }) => materialRise)).toEqual(zeros.variants.map(() => 3));
  });

  it("D is scaled by the size of the points where the unit changes", () => {
    // visits of +2.0 and trade of -4.0 at 0.5: sum |p| base 10 * 1 + 10 * 2 = 30, weights off 60, signs 20 * 0.5 = 10
    const events = monthly((at) => (at % 2 ? -40 : 20)).map((event) => ({ ...event, weight100: 50 }));
    const checks = new Map(monthVerdict(inputsOf(events, until)).variants.map((check) => [check.variant, check]));
    expect(checks.get("weights-off")?.materialRise).toBe(6); // 3 * 60 / 30
    expect(checks.get("signs-only")?.materialRise).toBe(1); // 3 * 10 / 30
    expect(checks.get("count-neutral")?.materialRise).toBe(3);
  });
});

describe("the verdicts of all month-ends", () => {
  it("in one sweep are those of one by one, to the last bit", () => {
    fc.assert(
      fc.property(randomEvents(80), (events) => {
        const inputs = inputsOf([...events, ...states]);
        const swept = monthVerdicts(inputs);
        expect(swept.map(({ windowTo }) => windowTo)).toHaveLength(24); // January 2011 to December 2012
        for (const verdict of swept) {
          expect(monthVerdict(inputsUntil(inputs, verdict.windowTo))).toStrictEqual(verdict);
        }
        expect(monthVerdicts(inputs, "2012-03")).toStrictEqual(swept.slice(-10));
      }),
      { numRuns: 15 },
    );
  });

  it("publish a word each, from the month of registration on", () => {
    const words = publishedWords(
      inputsOf(
        monthly((at) => at - 10),
        until,
      ),
    );
    expect(Object.keys(words)).toEqual([
      "2011-01",
      "2011-02",
      "2011-03",
      "2011-04",
      "2011-05",
      "2011-06",
      "2011-07",
      "2011-08",
    ]);
  });

  it("are none before registration", () => {
    expect(monthVerdicts(inputsOf([], { asOf: "2010-12-31" }))).toEqual([]);
  });
});

describe("the verdict", () => {
  it("does not depend on the order in which events were recorded", () => {
    fc.assert(
      fc.property(randomEvents(60), (events) => {
        expect(monthVerdict(inputsOf([...states, ...events.toReversed()]))).toStrictEqual(
          monthVerdict(inputsOf([...events, ...states])),
        );
      }),
      { numRuns: 25 },
    );
  });

  it("does not change when all scores and D are doubled", () => {
    const half = randomEvents(80).map((events) =>
      events.map((event) => ({ ...event, effective10: Math.trunc(event.effective10 / 2) })),
    );
    fc.assert(
      fc.property(half, (events) => {
        const twice = events.map((event) => ({ ...event, effective10: event.effective10 * 2 }));
        const plain = monthVerdict(inputsOf(events, { registration: small }));
        const doubled = monthVerdict(inputsOf(twice, { registration: { ...small, materialRise: 6 } }));
        const readings = ({ variants }: typeof plain): string[] =>
          variants.map(({ variant, reading, reason }) => `${variant} ${reading} ${reason}`);
        expect(readings(doubled)).toEqual(readings(plain));
        expect(doubled.published).toBe(plain.published);
      }),
      { numRuns: 25 },
    );
  });

  it("is the same from a rollup in any order of its cells", () => {
    fc.assert(
      fc.property(randomEvents(40), (events) => {
        const input = viewInputFromEvents(aScenario({ registration, asOf: AS_OF, attestations, events }));
        const shuffled = { ...input, cells: cellsOf(events).toReversed() };
        expect(verdictInputs(shuffled)).toStrictEqual(verdictInputs(input));
      }),
      { numRuns: 15 },
    );
  });
});
