import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LISTED_CONTRIBUTIONS, monthsThatCouldMatter, sureFloor } from "../../../worker/core/largest-contributions";
import { monthOf } from "../../../worker/core/months";
import { levelSentence } from "../../../worker/core/sentences";
import { assembleView } from "../../../worker/core/view";
import { viewInputFromEvents, type LoggedScenario } from "../../../worker/core/view-from-events";
import type { ScenarioView } from "../../../worker/core/view-types";
import { aDriver, anAttestation, anEvent, anIndicator, aRegistration, aScenario, aStateRow } from "../../factories";
import { AS_OF, INDICATORS, randomEvents } from "./random-events";

function viewOf(over: Partial<LoggedScenario>): ScenarioView {
  return assembleView(viewInputFromEvents(aScenario(over)));
}

describe("a view of an empty scenario", () => {
  const view = viewOf({});

  it("has months from January of the window's first year to the as-of month, all at 0", () => {
    expect([view.months[0]?.month, view.months.at(-1)?.month]).toEqual(["2011-01", "2012-10"]);
    expect(view.months).toHaveLength(22); // 12 + 10
    expect(view.months.every(({ index, y, covered }) => index === 0 && y === 0 && !covered)).toBe(true);
  });

  it("has no contributions, no events and no last covered month", () => {
    expect(view).toMatchObject({ index: 0, band90: 0, eventsCounted: 0, contributions: [], contributionCount: 0 });
    expect(view.coverage).toMatchObject({ months: 17, covered: 0, lastCovered: null, lastEventDate: null });
  });

  it("is valid before the window starts", () => {
    expect(
      viewOf({ asOf: "2009-05-31" })
        .months.map(({ month }) => month)
        .slice(-2),
    ).toEqual(["2009-04", "2009-05"]);
  });
});

describe("a view", () => {
  const events = [
    anEvent({ ref: "E-1", date: "2012-09-03" }),
    anEvent({ ref: "E-2", date: "2012-10-03" }),
    anEvent({ ref: "E-3", date: "2012-10-20", indicator: "veto", effective10: 35 }),
    aStateRow({ ref: "E-4", date: "2010-11-26" }),
  ];

  it("counts events up to the as-of day and tells of later ones only how many there are", () => {
    expect(viewOf({ events, asOf: "2012-10-19" })).toMatchObject({ eventsCounted: 2, scheduled: 1 });
    expect(JSON.stringify(viewOf({ events, asOf: "2012-10-19" }))).not.toContain("E-3");
    expect(viewOf({ events, asOf: "2012-10-20" })).toMatchObject({ eventsCounted: 3, scheduled: 0 });
  });

  it("as of a last day that is still running has that month unfinished, and the months before it complete", () => {
    const running = viewOf({ events, asOf: "2012-10-31", today: "2012-10-31" });
    const over = viewOf({ events, asOf: "2012-10-31", today: "2012-11-01" });
    const told = (view: ScenarioView) => [
      view.months.filter(({ provisional }) => provisional).map(({ month }) => month),
      view.coverage.to,
      view.verdicts.map(({ windowTo }) => windowTo),
      Object.keys(view.publishedByMonth).at(-1),
      view.level.years[0]?.to,
      /the last 12 months, to (\w+)/.exec(levelSentence(view))?.[1],
    ];
    expect(told(running)).toEqual([["2012-10"], "2012-09", ["2012-09", "2012-09"], "2012-09", "2012-09", "September"]);
    expect(told(over)).toEqual([[], "2012-10", ["2012-10", "2012-10"], "2012-10", "2012-10", "October"]);
    // All of the day counts in the figures, finished or not.
    expect([running.index, running.eventsCounted]).toEqual([over.index, over.eventsCounted]);
  });

  it("does not count rows of states as events, past or scheduled", () => {
    expect(viewOf({ events, asOf: "2010-01-31" })).toMatchObject({ eventsCounted: 0, scheduled: 3 });
  });

  it("starts in January of the year of the first row, states included", () => {
    expect(viewOf({ events }).months[0]?.month).toBe("2010-01");
  });

  it("a date known to the month is seen from the first of that month", () => {
    const june = [anEvent({ date: "2012-10" })];
    expect(viewOf({ events: june, asOf: "2012-10-01" }).eventsCounted).toBe(1);
    expect(viewOf({ events: june, asOf: "2012-09-30" })).toMatchObject({ eventsCounted: 0, scheduled: 1 });
  });

  it("the as-of month is provisional until its last day", () => {
    const last = (asOf: string): boolean | undefined => viewOf({ events, asOf }).months.at(-1)?.provisional;
    expect([last("2012-10-30"), last("2012-10-31")]).toEqual([true, false]);
  });

  it("keeps the thick line to direct dealings", () => {
    const view = viewOf({ events });
    expect(view.directIndex).toBeCloseTo(2.66 + 2.66 * 2 ** (-1 / 6), 9); // October, and September faded once
    expect(view.months.at(-1)?.directIndex).toBe(view.directIndex);
    expect(view.index).toBeGreaterThan(view.directIndex); // a veto and a closed line on top
  });

  it("says how an attested month was looked at", () => {
    const attestations = [anAttestation(), anAttestation({ month: "2012-03", inferred: true })];
    const { months } = viewOf({ events, attestations });
    const attested = Object.fromEntries(months.map(({ month, attested }) => [month, attested]));
    expect(attested).toMatchObject({ "2012-01": "searched", "2012-02": null, "2012-03": "inferred" });
  });

  it("lists the 20 latest rows, newest first, a month-precision date after the days of its month", () => {
    const many = Array.from({ length: 30 }, (_, at) => {
      return anEvent({ ref: `D-${at + 10}`, date: `2012-09-${String((at % 30) + 1).padStart(2, "0")}` });
    });
    const { latestEvents } = viewOf({ events: [anEvent({ ref: "M", date: "2012-10" }), ...many, ...events] });
    expect(latestEvents).toHaveLength(20);
    expect(latestEvents.slice(0, 4).map(({ ref }) => ref)).toEqual(["E-3", "E-2", "M", "D-39"]);
  });

  it("gives each row its score, weight, grade and undecayed points", () => {
    const [veto] = viewOf({ events }).latestEvents;
    expect(veto).toMatchObject({ id: "E-3", score: 3.5, weight: 0.95, grade: "B1", points: 0.83125 }); // 0.25 * 3.5 * 0.95
    const state = viewOf({ events }).latestEvents.at(-1);
    expect(state).toMatchObject({ id: "E-4", state: "closed", score: 0, points: 0 });
  });

  it("lists at most 50 contributions and counts the others", () => {
    const many = Array.from({ length: 60 }, (_, at) => anEvent({ ref: `D-${at + 10}`, effective10: at + 1 }));
    const view = viewOf({ events: many });
    expect(view.contributions).toHaveLength(50);
    expect(view.contributions[0]).toMatchObject({ ref: "D-69", value: 5.7 }); // 6.0 * 0.95
    expect(view.contributionCount).toBe(60);
    expect(view.contributionSum).toBeCloseTo((0.1 * 0.95 * 60 * 61) / 2, 9);
    expect(view.top10.map(({ ref }) => ref)).toEqual(view.contributions.slice(0, 10).map(({ ref }) => ref));
  });

  it("has neither minus nought nor more than ten decimals", () => {
    const minus = [anEvent({ effective10: -28, date: "2012-09" }), anEvent({ indicator: "context", effective10: -1 })];
    const registration = aRegistration({ indicators: INDICATORS });
    const json = JSON.stringify(viewOf({ events: [...minus, ...events.slice(0, 3)], registration }), (_key, value) => {
      if (Object.is(value, -0)) throw new Error("minus nought");
      return value as unknown;
    });
    expect(json.match(/\d\.\d{11,}/)).toBeNull();
  });
});

describe("the picture of an indicator", () => {
  it("counts codebook entries by year, with empty years in between", () => {
    const events = [anEvent({ date: "2010-03" }), anEvent({ date: "2012-03" }), anEvent({ date: "2012-04-01" })];
    const [visit, veto] = viewOf({ events }).indicators;
    expect(visit?.countsByYear).toEqual([
      { year: "2010", counts: { minister_visit_held: 1 } },
      { year: "2011", counts: {} },
      { year: "2012", counts: { minister_visit_held: 2 } },
    ]);
    expect(veto?.countsByYear).toEqual([]);
  });

  it("lists dated amounts oldest first, the newest 200 of the scenario", () => {
    const events = Array.from({ length: 205 }, (_, at) => {
      return anEvent({ ref: `A-${at + 100}`, amountCents: at, amountScope: "aid", date: "2012-01" });
    });
    const amounts = viewOf({ events: [...events, anEvent()] }).indicators[0]?.amounts ?? [];
    expect(amounts).toHaveLength(200);
    expect(amounts[0]).toMatchObject({ ref: "A-105", amountUsd: 0.05, amountScope: "aid" }); // 5 cents
    expect(amounts.at(-1)?.ref).toBe("A-304");
  });

  it("of two state rows of one day the one recorded later holds", () => {
    const events = [
      aStateRow({ ref: "A", state: "open", revision: 2, ordinal: 6 }),
      aStateRow({ ref: "B", state: "restricted", revision: 2, ordinal: 5 }),
      aStateRow({ ref: "C", state: "closed", revision: 1, ordinal: 9 }),
    ];
    expect(viewOf({ events }).indicators.at(-1)?.spans).toEqual([{ state: "open", from: "2011-11-26", to: null }]);
  });
});

describe("both ways to a view", () => {
  const registration = aRegistration({ indicators: [anIndicator(), ...INDICATORS.slice(1, 2), aDriver()] });

  it("the order of the log does not change a byte", () => {
    fc.assert(
      fc.property(randomEvents(60), (events) => {
        const view = viewOf({ registration, events, asOf: AS_OF });
        expect(JSON.stringify(viewOf({ registration, events: events.toReversed(), asOf: AS_OF }))).toBe(
          JSON.stringify(view),
        );
      }),
      { numRuns: 20 },
    );
  });

  it("candidates from the bounded search give the same bytes as all events", () => {
    fc.assert(
      fc.property(randomEvents(200), (events) => {
        const input = viewInputFromEvents(aScenario({ registration, events, asOf: AS_OF }));
        const search = { ...registration, cells: input.cells, asOfMonth: monthOf(AS_OF) };
        const months = new Set(monthsThatCouldMatter(search, sureFloor(search, LISTED_CONTRIBUTIONS)));
        const candidates = input.candidates.filter(({ date }) => months.has(monthOf(date)));
        expect(JSON.stringify(assembleView({ ...input, candidates }))).toBe(JSON.stringify(assembleView(input)));
      }),
      { numRuns: 20 },
    );
  });
});
