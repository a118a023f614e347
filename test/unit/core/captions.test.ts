import { describe, expect, it } from "vitest";
import { indexCaption, levelCaption } from "../../../worker/core/captions";
import { monthRange } from "../../../worker/core/months";
import { assembleView } from "../../../worker/core/view";
import { viewInputFromEvents, type LoggedScenario } from "../../../worker/core/view-from-events";
import type { ScenarioView } from "../../../worker/core/view-types";
import { anAttestation, anEvent, anIndicator, aRegistration, aScenario } from "../../factories";

function viewOf(over: Partial<LoggedScenario> = {}): ScenarioView {
  return assembleView(viewInputFromEvents(aScenario(over)));
}

describe("the caption of the index", () => {
  const events = [
    anEvent({ ref: "E-1", date: "2012-05-03" }), // 2.66 the month before registration
    anEvent({ ref: "E-2", date: "2012-07-03", code: "leader_visit_held", effective10: 56 }),
    anEvent({ ref: "E-3", date: "2012-08-03" }),
  ];

  it("says where direct dealings stood before the forecast, at their peak since, and on the day shown", () => {
    // July 2.66 * 2^(-2/6) + 5.32 = 7.43; August 7.43 * 2^(-1/6) + 2.66 = 9.28; October 9.28 * 2^(-2/6) = 7.37
    expect(indexCaption(viewOf({ events }))).toContain(
      "Direct dealings: 2.7 when the forecast appeared, 9.3 in August 2012, 7.4 on 31 October 2012.",
    );
  });

  it("names no peak that is the last month or was never passed", () => {
    expect(indexCaption(viewOf({ events, asOf: "2012-08-31" }))).toContain(
      "2.7 when the forecast appeared, 9.3 on 31 August 2012.",
    );
    expect(indexCaption(viewOf({ events: events.slice(0, 1) }))).toContain(
      "2.7 when the forecast appeared, 1.5 on 31 October 2012.",
    );
  });

  it("before the forecast appeared there is only that day", () => {
    expect(indexCaption(viewOf({ events, asOf: "2012-05-31" }))).toMatch(/^Direct dealings: 2\.7 on 31 May 2012\. /);
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

describe("the caption of the bars", () => {
  // Baseline June 2011 to May 2012: 2.66. Years to June 2012, 2013 and 2014: 2.66, 2.66 and 5.32.
  const dates = ["2011-10-03", "2012-10-03", "2013-10-03", "2014-02-03"];
  const events = dates.map((date, at) => anEvent({ ref: `E-${at}`, date }));
  const looked = monthRange("2011-07", "2014-06").map((month) => anAttestation({ month }));

  it("gives the newest sum, the yardstick, and the extremes of the years that can be judged", () => {
    expect(levelCaption(viewOf({ events, attestations: looked, asOf: "2014-06-30" }))).toBe(
      "5.3 points in the twelve months to June 2014, 2.7 in the twelve before the forecast. " +
        "Most: 5.3 to June 2014; fewest: 2.7 to June 2012.",
    );
  });

  it("names no extremes among years that nobody looked at", () => {
    expect(levelCaption(viewOf({ events, asOf: "2014-06-30" }))).not.toContain("Most");
  });
});
