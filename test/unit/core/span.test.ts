import { describe, expect, it } from "vitest";
import { earlierSentence } from "../../../worker/core/sentences";
import { spanStart, withinSpan } from "../../../worker/core/span";
import { verdictInputs } from "../../../worker/core/verdict-inputs";
import { assembleView } from "../../../worker/core/view";
import { viewInputFromEvents, type LoggedScenario } from "../../../worker/core/view-from-events";
import type { ScenarioView } from "../../../worker/core/view-types";
import { anEvent, aRegistration, aScenario, aStateRow } from "../../factories";

function viewOf(over: Partial<LoggedScenario>): ScenarioView {
  return assembleView(viewInputFromEvents(aScenario(over)));
}

const events = [
  anEvent({ ref: "E-1", date: "2011-10-03", amountCents: 500 }),
  anEvent({ ref: "E-2", date: "2012-09-03" }),
  aStateRow({ ref: "E-3", date: "2011-11-26" }),
];
/** "2026" mistyped. */
const mistyped = anEvent({ ref: "E-9", date: "1026-10-06", effective10: 100, amountCents: 900 });

describe("the span of the figures", () => {
  it("begins at most 30 years before the tested window", () => {
    expect(spanStart("2011-06")).toBe("1981-06");
    expect(withinSpan([{ month: "1981-05" }, { month: "1981-06" }], "1981-06")).toEqual([{ month: "1981-06" }]);
  });

  it("is not stretched by one old date: months, pictures, marks and contributions are those without it", () => {
    const before = viewOf({ events });
    const after = viewOf({ events: [...events, mistyped] });
    const { eventsCounted, earlier, review, latestEvents, ...rest } = after;
    const { eventsCounted: _n, review: _r, latestEvents: _l, ...wanted } = before;
    expect(rest).toEqual(wanted);
    expect(after.months[0]?.month).toBe("2011-01");
    expect([eventsCounted, earlier, review.unreviewed]).toEqual([3, 1, 4]);
    expect(latestEvents.map(({ ref }) => ref)).toContain("E-9");
    expect(before).not.toHaveProperty("earlier");
  });

  it("is January of the window's first year where nothing but an old date is logged", () => {
    const view = viewOf({ events: [mistyped] });
    expect(view.months[0]?.month).toBe("2011-01");
    expect(view.coverage).toMatchObject({ lastCovered: null, lastEventDate: "1026-10-06" });
    expect(viewOf({ events: [mistyped], asOf: "1500-05-31" }).months.map(({ month }) => month)).toHaveLength(5);
  });

  it("holds an event of its first month, and begins with that month and not with January", () => {
    const view = viewOf({ events: [anEvent({ date: "1981-06" })] });
    expect(view.months[0]).toMatchObject({ month: "1981-06", events: 1 });
    expect(view).not.toHaveProperty("earlier");
    const late = viewOf({ events: [anEvent({ date: "1981-05-31" })] });
    expect(late).toMatchObject({ earlier: 1, eventsCounted: 1, index: 0, contributionCount: 0 });
  });

  it("makes contributions add up to the index also where points last for decades", () => {
    const registration = aRegistration({ halfLifeMonths: 600 });
    const view = viewOf({ registration, events: [mistyped, anEvent({ ref: "E-8", date: "1960-01" }), ...events] });
    const listed = view.contributions.map(({ value }) => value).reduce((a, b) => a + b, 0);
    expect(view.contributions.map(({ ref }) => ref)).not.toContain("E-8");
    expect(listed).toBeCloseTo(view.index, 8);
    expect(view.months.at(-1)?.index).toBe(view.index);
  });

  it("counts a state that began before it from its first month on, and keeps the day on which it began", () => {
    const old = [aStateRow({ ref: "E-1", date: "1026-10-06" }), anEvent({ ref: "E-2", date: "1981-07-01" })];
    const view = viewOf({ events: old });
    expect(view.months[0]).toMatchObject({ month: "1981-06" });
    expect(view.months[0]?.y).toBeCloseTo(1, 9); // closed: 0.25 x 4 in a whole month
    expect(view.months[0]?.index).toBeCloseTo(1, 9);
    expect(view.indicators.find(({ key }) => key === "supply_line")?.spans).toEqual([
      { state: "closed", from: "1026-10-06", to: null },
    ]);
  });

  it("bounds what a verdict is worked out from", () => {
    const input = viewInputFromEvents(aScenario({ events: [...events, mistyped] }));
    expect(verdictInputs(input)).toEqual(verdictInputs(viewInputFromEvents(aScenario({ events }))));
    const old = viewInputFromEvents(aScenario({ events: [aStateRow({ date: "1026-10-06" })] }));
    expect(verdictInputs(old).months[0]?.month).toBe("1981-06");
  });

  it("is said in words", () => {
    expect(earlierSentence(viewOf({ events }))).toBeNull();
    expect(earlierSentence(viewOf({ events: [mistyped] }))).toBe(
      "1 event is dated before June 1981. It is listed and counted, but it earns no points and is in no chart.",
    );
    const two = [mistyped, { ...mistyped, ref: "E-10" }];
    expect(earlierSentence(viewOf({ events: two }))).toContain("2 events are dated before June 1981. They are listed");
  });
});
