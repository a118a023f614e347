import { describe, expect, it } from "vitest";
import { coverageSentence, kicker, levelSentence, monthSentence, staleSentence } from "../../../worker/core/sentences";
import { monthRange } from "../../../worker/core/months";
import { lackingSentence } from "../../../worker/core/statement";
import { assembleView } from "../../../worker/core/view";
import { viewInputFromEvents, type LoggedScenario } from "../../../worker/core/view-from-events";
import type { ScenarioView, ViewCoverage, ViewMonth } from "../../../worker/core/view-types";
import { anAttestation, anEvent, aRegistration, aScenario, aStateRow } from "../../factories";
import { readPack } from "./read-pack";

const pack = readPack(`${import.meta.dirname}/../../../scenarios/pakistan-russia-2012`);
const shipped = (asOf: string): ScenarioView =>
  assembleView(viewInputFromEvents({ ...pack, asOf, asOfReason: "last-covered" }));

function viewOf(over: Partial<LoggedScenario> = {}): ScenarioView {
  return assembleView(viewInputFromEvents(aScenario(over)));
}

function coverage(over: Partial<ViewCoverage>): { coverage: ViewCoverage } {
  return { coverage: { ...viewOf().coverage, ...over } };
}

describe("the sentences of the shipped scenario", () => {
  it("the kicker says that rules were made afterwards and how far the events reach", () => {
    const registration = aRegistration({ mode: "back-test" });
    const events = [anEvent({ date: "2012-09-03" })];
    expect(kicker(viewOf({ registration, events }))).toBe(
      "Back-test of a 2012 forecast: our rules and coding were made afterwards, outcomes known. Events to September 2012.",
    );
  });

  it("the level gives word and numbers together, and says when few events carry it", () => {
    expect(levelSentence(shipped("2025-12-31"))).toBe(
      "Direct dealings in the last 12 months, to December 2025, against the 12 before the article: 14.6 and 26.1 points: below. " +
        "Thin: 2 events are over half of the 14.6. 10 of 12 and 12 of 12 months looked at.",
    );
  });

  it("the coverage counts the months nobody looked at", () => {
    expect(coverageSentence(shipped("2025-12-31"))).toMatch(/^125 of 175 months were looked at; 50 were not\. /);
  });

  it("a stale page says since when, and where its figures stop", () => {
    expect(staleSentence(shipped("2025-11-30"))).toBe(
      "Nothing logged since 18 November 2025. Figures stop at 30 November 2025.",
    );
  });

  it.each([
    ["2012-08", "August 2012: not looked at. Counted neither as quiet nor as busy."],
    ["2014-04", "April 2014: nothing found; inferred when the file was made. Counts as 0."],
  ])("%s: %s", (wanted, sentence) => {
    const month = shipped("2025-12-31").months.find(({ month }) => month === wanted);
    expect(month && monthSentence(month)).toBe(sentence);
  });
});

describe("sentences of any scenario", () => {
  it("a registered forecast is followed, not back-tested", () => {
    expect(kicker(viewOf())).toBe(
      "Forecast followed since 15 June 2012: our rules were fixed on that day, outcomes unknown. No events yet.",
    );
  });

  it("a forecast that was registered ahead of its first day is not yet followed", () => {
    expect(kicker(viewOf({ asOf: "2012-06-14" }))).toBe(
      "Forecast that runs from 15 June 2012: our rules are fixed, outcomes unknown. No events yet.",
    );
  });

  it("a level that is carried by many events is not called thin", () => {
    const events = Array.from({ length: 6 }, (_, at) => anEvent({ ref: `E-${at}`, date: `2012-0${at + 1}` }));
    const attestations = monthRange("2011-06", "2012-10").map((month) => anAttestation({ month }));
    expect(levelSentence(viewOf({ events, attestations }))).not.toContain("Thin");
    const one = levelSentence(viewOf({ events: events.slice(0, 1), attestations }));
    expect(one).toContain("Thin: 1 event is over half of the 2.7.");
  });

  it("a level that is not judged says why, and is not called thin", () => {
    const before = anAttestation({ month: "2012-01" });
    const sentence = levelSentence(viewOf({ events: [anEvent({ date: "2012-10-03" })], attestations: [before] }));
    expect(sentence).toContain("not judged, for fewer than 9 months of one of the two were looked at.");
    expect(sentence).not.toContain("Thin");
  });

  it("twelve months at which nobody looked have no points to show, and nothing is compared with them", () => {
    const sentence = levelSentence(viewOf({ events: [anEvent({ date: "2012-10-03" })] }));
    expect(sentence).toBe(
      "Direct dealings: 2.7 points in the last 12 months, to October 2012; 1 of them looked at. Not compared with the 12 before the " +
        "forecast: none of those was looked at.",
    );
    expect(levelSentence(viewOf())).toBe(
      "Direct dealings: none of the last 12 months, to October 2012, was looked at, so there is nothing to compare with the 12 before the " +
        "forecast.",
    );
  });

  it("a level that is about the same says how far apart it is, and what doubtful sources can make", () => {
    const { directDifference, band90, word } = shipped("2025-11-30").level;
    expect([word, directDifference.toFixed(2), band90.toFixed(2)]).toEqual(["about the same", "-5.30", "10.46"]);
    expect(levelSentence(shipped("2025-11-30"))).toContain(
      "about the same (5.3 apart, but doubtful sources alone could make a gap of 10.5).",
    );
  });

  it("coverage agrees in number", () => {
    expect(coverageSentence(coverage({ months: 16, covered: 15, inferred: 1 }))).toBe(
      "15 of 16 months were looked at; 1 was not. 1 of those looked at rests on inference, not on a search of that month.",
    );
    expect(coverageSentence(coverage({ months: 12, covered: 12 }))).toBe("All of 12 months were looked at.");
    expect(coverageSentence(coverage({ months: 0, covered: 0 }))).toBe("No month of the period is over yet.");
  });

  it("a page that opens today or at an asked date is not stale", () => {
    expect(staleSentence(viewOf({ asOfReason: "today" }))).toBeNull();
    expect(staleSentence(viewOf({ asOfReason: "asked" }))).toBeNull();
    expect(staleSentence(viewOf({ asOfReason: "last-covered" }))).toContain("Nothing logged. Figures stop at");
  });

  it("a month says what was logged, that it is unfinished, and what a running state adds", () => {
    const events = [aStateRow(), anEvent({ date: "2012-10-03" })];
    const { months } = viewOf({ events, attestations: [anAttestation()], asOf: "2012-10-15" });
    const sentence = (wanted: string): string | undefined =>
      months.filter(({ month }) => month === wanted).map((month: ViewMonth) => monthSentence(month))[0];
    // 2.66 and 15 of 31 days of the closed line
    expect(sentence("2012-10")).toBe("October 2012: 1 event, 3.1 points. The month is not over.");
    expect(sentence("2012-01")).toBe(
      "January 2012: looked at, nothing found. Counts as the 1.0 points of a running state.",
    );
  });
});

describe("the statement", () => {
  it("a new scenario lacks months, events and indicators", () => {
    expect(lackingSentence(viewOf())).toBe(
      "No verdict yet: 0 of 12 months looked at, 0 of 8 events, 0 of 2 indicators.",
    );
  });

  it("names only what is short, and nothing once rule 1 is met", () => {
    const enough = { covered: 12, countedEvents: 8, countedIndicators: 2 };
    expect(lackingSentence(coverage({ ...enough, countedEvents: 7 }))).toBe("No verdict yet: 7 of 8 events.");
    expect(lackingSentence(coverage(enough))).toBeNull();
  });

  it("leads with the verdict and its numbers", () => {
    expect(shipped("2025-12-31").statement).toMatch(
      /^Stalled: Pakistan and Russia stayed friendly but show no lasting rise\. From June 2011 to November 2025 /,
    );
    expect(shipped("2025-12-31").statement).toContain("16 of 17 variations");
  });

  it("before registration there is an index and no verdict", () => {
    expect(viewOf({ asOf: "2012-06-14" }).statement).toBe(
      "No verdict: the forecast dates from 15 June 2012. Before that day there is only an index.",
    );
  });
});
