import { describe, expect, test } from "vitest";
import { claimInWords, dayQuestion, dayWarning, indicatorInWords, rulesInWords } from "../../../../web/scenarios/preview-rules";
import { anIndicator, aProposition, aRegistration, aStateIndicator } from "../../../factories";

describe("the rules in words", () => {
  const rules = new Map(rulesInWords(aRegistration()));

  test("hold every number that is frozen", () => {
    expect(rules.get("Tested from")).toBe("June 2011, 12 months earlier");
    expect(rules.get("Judged")).toBe("One year: to June 2013; To date: no end");
    expect(rules.get("An event fades")).toBe("by half in 6 months");
    expect(rules.get("A rise that matters")).toBe("3 points a month (D)");
    expect(rules.get("False alarms")).toBe("10 % where there is no trend (alpha)");
    expect(rules.get("Belief by report")).toBe("1: 0.95, 2: 0.75, 3: 0.5, 4: 0.25, 5: 0.05");
    expect(rules.get("Source")).toBe("Test author, \u201cTest article\u201d, Test outlet, June 2012");
  });

  test("leave out what the source does not say", () => {
    const source = { title: "A text", author: "", outlet: "", published: "2012-06" };
    expect(new Map(rulesInWords(aRegistration({ source }))).get("Source")).toBe("\u201cA text\u201d, June 2012");
  });

  test("say of an indicator what it counts and for how much", () => {
    expect(indicatorInWords(anIndicator())).toBe(
      "direct conduct, counts in full; 4 codes from \u22125.0 to +5.6 points",
    );
    expect(indicatorInWords(aStateIndicator())).toBe(
      "reason to expect the change, counts 25 %; 4 states, at most 4.0 points a month",
    );
  });

  test("say of a claim when it is due and what it rests on", () => {
    const claim = aProposition({ type: "by", deadline: "2013-12-31", referenceClass: { k: 2, n: 9 } });
    expect(claimInWords(claim, 2, "open")).toMatch(/^By 31 December 2013; base rate 2 of 9;.*2 rated events$/);
  });
});

describe("the day of registration", () => {
  const today = "2026-11-24";

  test("is as meant where it is today's, or the rules are said to be made afterwards", () => {
    expect(dayWarning({ mode: "registered", registeredOn: today }, today)).toBeNull();
    expect(dayWarning({ mode: "back-test", registeredOn: "2012-06-15" }, today)).toBeNull();
  });

  test("in the past would claim foresight", () => {
    expect(dayWarning({ mode: "registered", registeredOn: "2026-01-01" }, today)).toContain("1 January 2026");
  });

  test("in the future means no verdict until then, and is asked about instead of only said", () => {
    const asked = { mode: "registered", registeredOn: "2027-01-30" } as const;
    expect(dayQuestion(asked, today)).toBe(
      "The file says that the forecast runs from 30 January 2027, a day to come (today is 24 November 2026). Until then " +
        "there is an index and no verdict.",
    );
    expect(dayWarning(asked, today)).toBeNull();
    expect(dayQuestion({ registeredOn: today }, today)).toBeNull();
  });
});
