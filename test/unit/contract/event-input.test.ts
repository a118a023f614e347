import { describe, expect, test } from "vitest";
import { checkEvent } from "../../../worker/contract/event-input";
import { check, registration, textOf, TODAY, verdict } from "./check-event";

test("a plain event becomes content with empty texts and nulls for what was left out", () => {
  expect(check({}).content).toEqual({
    date: "2013-01-02",
    indicator: "visit",
    code: "minister_visit_held",
    state: null,
    title: "Test visit",
    score10: null,
    scoreReason: "",
    amountCents: null,
    amountScope: null,
    project: "",
    plannedFor: null,
    actors: [],
    location: "",
    sourceTitle: "Test source",
    sourceUrl: "",
    sourcePublished: null,
    sourceReliability: "B",
    infoCredibility: 2,
    notes: "",
    follows: null,
    quote: "",
  });
});

test("empty texts, nulls and missing members are the same", () => {
  const empty = { state: "", score: null, scoreReason: "", amountUsd: null, actors: "", follows: "", plannedFor: "" };
  expect(check(empty).content).toEqual(check({}).content);
});

test("unknown members and members of Object are ignored", () => {
  expect(check({ mood: "good", constructor: "x", ref: 5, clientId: 7 }).content).toEqual(check({}).content);
  expect(checkEvent({}, registration, { latest: TODAY }).messages.map((message) => message.field)).toEqual([
    "date",
    "indicator",
    "title",
    "sourceTitle",
    "sourceReliability",
    "infoCredibility",
  ]);
});

describe("what is required", () => {
  test.each(["date", "indicator", "code", "title", "sourceTitle", "sourceReliability", "infoCredibility"])(
    "%s, also if it holds blanks only",
    (field) => {
      expect(verdict({ [field]: undefined })).toEqual([`${field} error required`, "refused"]);
      expect(verdict({ [field]: "   " })).toEqual([`${field} error required`, "refused"]);
    },
  );

  test("every message says what to do, none names a member or a column", () => {
    for (const field of ["date", "indicator", "code", "title", "sourceTitle", "sourceReliability", "infoCredibility"]) {
      expect(textOf({ [field]: "" })).toMatch(/^(Give|Say|Name|Grade) .*\.$/);
    }
  });
});

describe("indicator, code and state", () => {
  test.each<[Record<string, unknown>, string, RegExp]>([
    [{ indicator: "weather" }, "indicator error unknown-indicator", /"weather"\. Use one of: visit, /],
    [{ indicator: "Visit " }, "indicator error unknown-indicator", /Did you mean visit\?/],
    [{ indicator: "pipeline financing" }, "indicator error unknown-indicator", /Did you mean pipeline_financing\?/],
    [{ code: "minister_visit_helt" }, "code error unknown-code", /Did you mean minister_visit_held\?/],
    [{ code: "arms_delivered" }, "code error unknown-code", /belongs to defence\. Use one of: leader_visit_held, /],
    [{ code: "constructor" }, "code error unknown-code", /"constructor"/],
    [{ state: "closed" }, "state error code-and-state", /leave the state empty\.$/],
    [{ code: "", state: "closed" }, "state error code-and-state", /Put a code in its place: leader_visit_held/],
    [{ indicator: "supply_line", code: "" }, "state error required", /open, restricted, closed, ended/],
    [{ indicator: "supply_line", code: "", state: "shut" }, "state error unknown-state", /no state "shut"/],
    [{ indicator: "supply_line", code: "closed" }, "code error code-and-state", /Put a state in its place/],
    [{ indicator: "supply_line", state: "closed" }, "code error code-and-state", /leave the code empty\.$/],
    [
      { indicator: "northern_route", code: "", state: "ended" },
      "state error unknown-state",
      /open, restricted, closed\./,
    ],
  ])("%o: %s", (members, message, text) => {
    expect(verdict(members)).toEqual([message, "refused"]);
    expect(textOf(members)).toMatch(text);
  });

  test("a state event has a state and no code", () => {
    expect(check({ indicator: "supply_line", code: "", state: "closed" }).content).toMatchObject({
      code: null,
      state: "closed",
      score10: null,
    });
  });
});

describe("dates", () => {
  test.each(["2012-02-29", "2013-01", "2000-02-29", "1000-01-01"])("%s is real", (date) => {
    expect(check({ date }).content?.date).toBe(date);
  });

  test.each([
    ["2013-02-29", /February 2013 has 28 days/],
    ["1900-02-29", /February 1900 has 28 days/],
    ["2013-04-31", /April 2013 has 30 days/],
    ["2013-01-00", /January 2013 has 31 days/],
    ["2013-13-01", /no month 13/],
    ["2013-00", /no month 00/],
    ["0999-01-01", /four digits/],
    ["02-01-2013", /year comes first/],
    ["1/2/2013", /year comes first/],
    ["2013/01/02", /hyphens and two digits/],
    ["2013-1-2", /hyphens and two digits/],
    ["2013-01-02T00:00:00Z", /Leave the time of day out/],
    [" 2013-01-02", /blank before or after/],
    ["20130102", /Write the day as/],
    ["2013/1/2", /hyphens and two digits each\. Write 2013-01-02\.$/],
    ["17 Nov 2012", /cannot be used\. Write 2012-11-17\.$/],
    ["11/17/2012", /Write 2012-11-17\.$/],
    ["Nov 2012", /Write 2012-11\.$/],
    ["17 nov", /Write the day as/],
    ["17.11.12", /Write the day as/],
    ["yesterday", /Write the day as/],
    ["2013", /Write the day as/],
    ["last week", /"last week"/],
  ])("%s is refused and told why", (date, text) => {
    expect(verdict({ date })).toEqual(["date error bad-date", "refused"]);
    expect(textOf({ date })).toMatch(text);
  });

  test("today and this month are not in the future, tomorrow and the next month are", () => {
    expect(verdict({ date: TODAY })).toEqual(["kept"]);
    expect(verdict({ date: "2026-11" })).toEqual(["kept"]);
    expect(verdict({ date: "2026-11-25" })).toEqual(["date error future-date", "refused"]);
    expect(verdict({ date: "2026-12" })).toEqual(["date error future-date", "refused"]);
    expect(textOf({ date: "2026-11-25" })).toContain(
      "2026-11-25 has not come yet anywhere (today is 2026-11-24 at the latest). Log what has happened",
    );
  });

  test("a publication may precede the event but not lie in the future; a plan may", () => {
    expect(verdict({ sourcePublished: "2012-12", plannedFor: "2030-01" })).toEqual(["kept"]);
    expect(verdict({ sourcePublished: "2027-01-01" })).toEqual(["sourcePublished error future-date", "refused"]);
    expect(verdict({ plannedFor: "soon" })).toEqual(["plannedFor error bad-date", "refused"]);
  });
});

describe("scores", () => {
  test.each<[unknown, number | null]>([
    [4.8, 48],
    ["4.8", 48],
    ["0.8", 8],
    ["3.80", 38],
    ["+3.8", 38],
    ["4", 40],
    ["2.8", null],
    ["2.80", null],
    [2.8, null],
  ])("%o on a codebook score of 2.8 is an override of %o tenths", (score, score10) => {
    const scoreReason = score10 === null ? "" : "First in years.";
    expect(check({ score, scoreReason })).toMatchObject({ content: { score10, scoreReason }, messages: [] });
  });

  test("the reach ends at the scale: 9.0 would allow 7.0 to 10.0, 10.0 allows 8.0 to 10.0", () => {
    const breach = { indicator: "us_pakistan", code: "armed_breach", scoreReason: "Why." };
    expect(check({ ...breach, score: 8 }).content?.score10).toBe(80);
    expect(textOf({ ...breach, score: "10.1" })).toMatch(/10\.0 allows 8\.0 to 10\.0/);
  });

  test("negative codebook scores are overridden by negative scores", () => {
    const calledOff = { code: "leader_visit_called_off", scoreReason: "Why." };
    expect(check({ ...calledOff, score: "-7" }).content?.score10).toBe(-70);
    expect(textOf({ ...calledOff, score: -7.1 })).toMatch(/-5\.0 allows -7\.0 to -3\.0/);
  });

  test("an override of nought is nought, not minus nought", () => {
    const talks = { indicator: "pipeline_financing", code: "project_talks", scoreReason: "Why." };
    expect(Object.is(check({ ...talks, score: "-0.0" }).content?.score10, 0)).toBe(true);
  });

  test.each([
    ["3,8", /point for the decimal/],
    ["\u22123.8", /plain minus/],
    ["high", /number such as 2\.8/],
    [0.1 + 2.9000000001, /One decimal/],
    ["1e1", /number such as/],
    [Number.NaN, /number such as/],
    [" 3.8", /number such as/],
  ])("%o is no score", (score, text) => {
    expect(verdict({ score, scoreReason: "Why." })).toEqual(["score error bad-number", "refused"]);
    expect(textOf({ score, scoreReason: "Why." })).toMatch(text);
  });

  test("an override without a reason is refused, a reason without an override is kept with a warning", () => {
    expect(verdict({ score: 3.8 })).toEqual(["scoreReason error reason-required", "refused"]);
    expect(verdict({ score: 3.8, scoreReason: "  " })).toEqual(["scoreReason error reason-required", "refused"]);
    expect(verdict({ scoreReason: "Why." })).toEqual(["scoreReason warning reason-without-score", "kept"]);
    expect(verdict({ score: 2.8, scoreReason: "Why." })).toEqual(["scoreReason warning reason-without-score", "kept"]);
    expect(check({ scoreReason: "Why." }).content?.scoreReason).toBe("Why.");
  });

  test("a state takes no score", () => {
    const closed = { indicator: "supply_line", code: "", state: "closed", score: 2 };
    expect(verdict(closed)).toEqual(["score error score-on-state", "refused"]);
  });
});
