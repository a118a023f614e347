import { describe, expect, it } from "vitest";
import { inputsUntil, verdictInputs, type VerdictInputs } from "../../../worker/core/verdict-inputs";
import { viewInputFromEvents, type LoggedScenario } from "../../../worker/core/view-from-events";
import {
  anAttestation,
  aDriver,
  anEvent,
  anIndicator,
  aRegistration,
  aScenario,
  aStateIndicator,
  aStateRow,
} from "../../factories";

const context = anIndicator({ key: "context", role: "context", relevance: 0 });
const registration = aRegistration({ indicators: [anIndicator(), aDriver(), aStateIndicator(), context] });

function inputsOf(over: Partial<LoggedScenario>): VerdictInputs {
  return verdictInputs(viewInputFromEvents(aScenario({ registration, ...over })));
}

const events = [
  anEvent({ ref: "a", date: "2012-03-05" }),
  anEvent({ ref: "b", date: "2012-08-05", indicator: "veto", effective10: 35 }),
  aStateRow(),
];

describe("the inputs of a verdict", () => {
  it("run from the window's start to the last complete month", () => {
    const months = inputsOf({ events, asOf: "2012-10-30" }).months.map(({ month }) => month);
    expect([months[0], months.at(-1), months.length]).toEqual(["2011-06", "2012-09", 16]);
  });

  it("begin earlier where something earlier still fades into the index", () => {
    const early = [...events, anEvent({ ref: "c", date: "2010-11-02" })];
    expect(inputsOf({ events: early }).months[0]?.month).toBe("2010-11");
    const state = [aStateRow({ date: "2010-09-30" })];
    expect(inputsOf({ events: state }).months[0]?.month).toBe("2010-09");
  });

  it("hold the month before registration even without a baseline", () => {
    const none = aRegistration({ baselineMonths: 0 });
    expect(inputsOf({ registration: none }).months[0]?.month).toBe("2012-05");
  });

  it("hold the days that each state held", () => {
    const { months } = inputsOf({ events });
    expect(months.find(({ month }) => month === "2011-11")?.states).toEqual([
      { indicator: "supply_line", held: [{ state: "closed", days: 5 }] }, // 26 to 30 November
    ]);
  });

  it("of an earlier month-end are a beginning of those of a later one", () => {
    const later = inputsOf({ events, asOf: "2012-10-31" });
    for (const asOf of ["2012-06-30", "2012-07-15", "2012-09-30"]) {
      const earlier = inputsOf({ events: events.filter(({ date }) => date <= asOf), asOf });
      expect(inputsUntil(later, earlier.months.at(-1)?.month ?? "")).toStrictEqual(earlier);
    }
  });

  it("do not change with what no verdict depends on", () => {
    const plain = inputsOf({ events });
    const same = [
      {
        events: events.map((event) => ({ ...event, title: "Other words", notes: "n", sourceUrl: "https://x.example" })),
      },
      { events: events.toReversed().toSorted((a, b) => a.ordinal - b.ordinal) },
      { events: [...events, anEvent({ ref: "later", date: "2012-11-20" })] },
      { events, attestations: [anAttestation({ month: "2012-03" })] }, // covered by an event already
      { events: [...events, anEvent({ ref: "x", date: "2012-03-09", indicator: "context", effective10: 0 })] },
    ];
    for (const over of same) expect(inputsOf(over)).toStrictEqual(plain);
  });

  it("change with an event, a grade, an attestation and an assumption", () => {
    const plain = JSON.stringify(inputsOf({ events }));
    const [first = anEvent(), ...rest] = events;
    const other = [
      { events: [...events, anEvent({ ref: "d", date: "2012-09-09" })] },
      { events: [{ ...first, weight100: 50 }, ...rest] },
      { events, attestations: [anAttestation({ month: "2012-01" })] },
      { events: [...events, anEvent({ ref: "x", date: "2012-01-09", indicator: "context", effective10: 0 })] }, // covers
      { events, registration: { ...registration, materialRise: 2 } },
      { events, registration: { ...registration, halfLifeMonths: 9 } },
    ];
    for (const over of other) expect(JSON.stringify(inputsOf(over))).not.toBe(plain);
  });
});
