import { describe, expect, it } from "vitest";
import { amountsCaption, countCaption, indexCaption, stateCaption } from "../../../worker/core/captions";
import { assembleView } from "../../../worker/core/view";
import { viewInputFromEvents, type LoggedScenario } from "../../../worker/core/view-from-events";
import type { ScenarioView, StateSpan, ViewIndicator } from "../../../worker/core/view-types";
import { anEvent, anIndicator, aRegistration, aScenario, aStateIndicator } from "../../factories";

function viewOf(over: Partial<LoggedScenario> = {}): ScenarioView {
  return assembleView(viewInputFromEvents(aScenario(over)));
}

function firstOf(view: ScenarioView): ViewIndicator {
  const [indicator] = view.indicators;
  if (!indicator) throw new Error("no indicator");
  return indicator;
}

describe("the caption of the index", () => {
  const events = [
    anEvent({ ref: "E-1", date: "2012-05-03" }), // 2.66 the month before registration
    anEvent({ ref: "E-2", date: "2012-07-03", code: "leader_visit_held", effective10: 56 }),
    anEvent({ ref: "E-3", date: "2012-08-03" }),
  ];

  it("says where direct dealings stood before the forecast, at their peak since, and now", () => {
    // July 2.66 * 2^(-2/6) + 5.32 = 7.43; August 7.43 * 2^(-1/6) + 2.66 = 9.28; October 9.28 * 2^(-2/6) = 7.37
    expect(indexCaption(viewOf({ events }))).toContain(
      "Direct dealings: 2.7 when the forecast appeared, 9.3 in August 2012, 7.4 now.",
    );
  });

  it("names no peak that is now or was never passed", () => {
    expect(indexCaption(viewOf({ events, asOf: "2012-08-31" }))).toContain("2.7 when the forecast appeared, 9.3 now.");
    expect(indexCaption(viewOf({ events: events.slice(0, 1) }))).toContain("2.7 when the forecast appeared, 1.5 now.");
  });

  it("before the forecast appeared there is only now", () => {
    expect(indexCaption(viewOf({ events, asOf: "2012-05-31" }))).toMatch(/^Direct dealings: 2\.7 now\. /);
  });

  it("a back-test speaks of the article", () => {
    const registration = aRegistration({ mode: "back-test" });
    expect(indexCaption(viewOf({ events, registration }))).toContain("when the article appeared");
  });

  it("takes its yardstick from the direct codebook entry logged most often", () => {
    expect(indexCaption(viewOf({ events }))).toContain('"Minister\'s visit, held", once and confirmed, adds 2.7.'); // 2.8 * 0.95
  });

  it("names the drivers of the thin line, and no thin line where there are none", () => {
    expect(indexCaption(viewOf())).toContain("reasons to expect warming: Vetoes and Supply line.");
    expect(indexCaption(viewOf({ registration: aRegistration({ indicators: [anIndicator()] }) }))).not.toContain(
      "thin",
    );
  });
});

describe("the caption of a state", () => {
  const states = aStateIndicator().states ?? [];
  const caption = (...spans: StateSpan[]): string => stateCaption({ spans, states });
  const closed = { state: "closed", from: "2011-11-26", to: "2012-07-02" };

  it("gives the fullest state with its days and what holds now", () => {
    expect(
      caption(
        { state: "restricted", from: "2010-09-30", to: "2010-10-09" },
        closed,
        { state: "open", from: "2012-07-03", to: "2021-08-29" },
        { state: "ended", from: "2021-08-30", to: null },
      ),
    ).toBe("Closed 26 November 2011 to 3 July 2012; no longer in use since August 2021.");
  });

  it("a state that still holds has no end", () => {
    expect(caption({ ...closed, to: null })).toBe("Closed since November 2011.");
  });

  it("where the line was never closed, restrictions are the fullest", () => {
    const restricted = { state: "restricted", from: "2020-06-16", to: "2020-06-30" };
    expect(caption(restricted, { state: "open", from: "2020-07-01", to: null })).toBe(
      "Restricted 16 June 2020 to 1 July 2020; open since July 2020.",
    );
  });

  it("names the last two of many closures and counts the others", () => {
    const open = (from: string, to: string | null): StateSpan => ({ state: "open", from, to });
    const shut = (year: string): StateSpan => ({ state: "closed", from: `${year}-01-01`, to: `${year}-01-31` });
    const spans = ["2001", "2002", "2003"].flatMap((year) => [shut(year), open(`${year}-02-01`, `${year}-12-31`)]);
    expect(caption(...spans, open("2004-02", null))).toBe(
      "Closed 1 January 2002 to 1 February 2002; closed 1 January 2003 to 1 February 2003; once before that; " +
        "open since February 2004.",
    );
  });

  it("says when nothing is recorded", () => {
    expect(caption()).toBe("No state recorded yet.");
  });
});

describe("the caption of counts", () => {
  it("names the most frequent entries and what an event is worth", () => {
    const events = [
      ...Array.from({ length: 3 }, (_, at) => anEvent({ ref: `M-${at}`, date: "2011-03" })),
      ...["leader_visit_held", "leader_visit_called_off", "leader_visit_called_off", "context"].map((code, at) =>
        anEvent({ ref: `L-${at}`, code }),
      ),
    ];
    expect(countCaption(firstOf(viewOf({ events })))).toBe(
      '7 events since 2011: "Minister\'s visit, held" 3, "Leader\'s visit called off" 2, "Leader\'s visit, held" 1, others 1. ' +
        "Each counts in full.",
    );
  });

  it.each([
    ["driver", 0.25, "Each counts a quarter, as a reason to expect warming."],
    ["driver", 0.5, "Each counts a half, as a reason to expect warming."],
    ["direct", 0.8, "Each counts 0.8 times."],
    ["context", 0, "Shown for context: they earn no points."],
  ] as const)("a %s of relevance %f: %s", (role, relevance, worth) => {
    const registration = aRegistration({ indicators: [anIndicator({ role, relevance })] });
    expect(countCaption(firstOf(viewOf({ registration, events: [anEvent()] })))).toContain(worth);
  });

  it("says when nothing is logged", () => {
    expect(countCaption(firstOf(viewOf()))).toBe("Nothing logged yet.");
  });
});

describe("the caption of amounts", () => {
  it("counts them, and never sums them", () => {
    const events = [
      anEvent({ ref: "E-1", date: "2012-08", amountCents: 50_000_000_00 }),
      anEvent({ ref: "E-2", date: "2012-09-03", amountCents: 50_000_000_00 }),
    ];
    const caption = amountsCaption(firstOf(viewOf({ events })));
    expect(caption).toMatch(/^2 dated amounts since August 2012, never added up/);
    expect(amountsCaption(firstOf(viewOf()))).toBe("No amounts logged yet.");
  });
});
