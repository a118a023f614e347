import { describe, expect, it } from "vitest";
import { amountsCaption, shareLabel, stateCaption, withoutAmountCaption } from "../../../worker/core/picture-captions";
import { assembleView } from "../../../worker/core/view";
import { viewInputFromEvents, type LoggedScenario } from "../../../worker/core/view-from-events";
import type { StateSpan, ViewIndicator } from "../../../worker/core/view-types";
import { anEvent, anIndicator, aRegistration, aScenario, aStateIndicator } from "../../factories";

function firstOf(over: Partial<LoggedScenario> = {}): ViewIndicator {
  const [indicator] = assembleView(viewInputFromEvents(aScenario(over))).indicators;
  if (!indicator) throw new Error("no indicator");
  return indicator;
}

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
    ).toBe("Closed 26 November 2011 to 2 July 2012; no longer in use since 30 August 2021.");
  });

  it("a state that still holds has no end", () => {
    expect(caption({ ...closed, to: null })).toBe("Closed since 26 November 2011.");
  });

  it("where the line was never closed, restrictions are the fullest", () => {
    const restricted = { state: "restricted", from: "2020-06-16", to: "2020-06-30" };
    expect(caption(restricted, { state: "open", from: "2020-07-01", to: null })).toBe(
      "Restricted 16 June 2020 to 30 June 2020; open since 1 July 2020.",
    );
  });

  it("names the last two of many closures and counts the others", () => {
    const open = (from: string, to: string | null): StateSpan => ({ state: "open", from, to });
    const shut = (year: string): StateSpan => ({ state: "closed", from: `${year}-01-01`, to: `${year}-01-31` });
    const spans = ["2001", "2002", "2003"].flatMap((year) => [shut(year), open(`${year}-02-01`, `${year}-12-31`)]);
    expect(caption(...spans, open("2004-02", null))).toBe(
      "Closed 1 January 2002 to 31 January 2002; closed 1 January 2003 to 31 January 2003; once before that; " +
        "open since February 2004.",
    );
  });

  it("of one day names that day", () => {
    const day = { state: "closed", from: "2011-11-26", to: "2011-11-26" };
    expect(caption(day, { state: "open", from: "2011-11-27", to: null })).toBe(
      "Closed on 26 November 2011; open since 27 November 2011.",
    );
  });

  it("says when nothing is recorded", () => {
    expect(caption()).toBe("No state recorded yet.");
  });
});

describe("the caption of amounts", () => {
  const money = anIndicator({
    codebook: ["offered", "delivered"].map((step) => ({
      key: step,
      label: step,
      score: 5,
      anchor: "",
      facets: { step },
    })),
  });
  const registration = aRegistration({ indicators: [money] });
  const offer = (ref: string, date: string, amountCents: number | null) =>
    anEvent({ ref, date, code: "offered", amountCents });

  it("counts them, and never sums them", () => {
    const events = [offer("E-1", "2012-08", 50_000_000_00), offer("E-2", "2012-09-03", 50_000_000_00)];
    expect(amountsCaption(firstOf({ registration, events }))).toBe(
      "2 dated amounts since August 2012, never added up: an offer, an accord and a delivery can be the same money.",
    );
    expect(amountsCaption(firstOf())).toBe("No amounts logged yet.");
  });

  it("says how many promises stood still", () => {
    const events = [offer("E-1", "2012-08", 1_00)];
    expect(amountsCaption(firstOf({ registration, events, asOf: "2014-08-31" }))).toMatch(
      / 1 promise had no later amount in 24 months or more \(\u2020\)\.$/,
    );
  });

  it("names the stages that were logged without an amount", () => {
    const events = [
      offer("E-1", "2012-08", 1_00),
      offer("E-2", "2012-08", null),
      anEvent({ ref: "E-3", code: "delivered" }),
    ];
    expect(withoutAmountCaption(firstOf({ registration, events }))).toBe(
      "Logged without an amount: 1 offered, 1 delivered.",
    );
    expect(withoutAmountCaption(firstOf({ registration, events: events.slice(0, 1) }))).toBe("");
  });
});

describe("how much a group counts", () => {
  it.each([
    [[0.25, 0.25], "they count a quarter"],
    [[0.5], "they count a half"],
    [[0.8], "they count 0.8 times"],
    [[0], "they earn no points"],
    [[0.25, 0.5], "they count less than in full"],
  ])("%j: %s", (relevances, words) => {
    expect(shareLabel(relevances.map((relevance) => ({ relevance })))).toBe(words);
  });
});
