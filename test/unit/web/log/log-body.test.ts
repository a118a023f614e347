import { describe, expect, it } from "vitest";
import { checkLog, reportOf, sourceProblems } from "../../../../web/log/log-body";
import type { FurtherRow, LogValues } from "../../../../web/log/log-values";
import { blank, indicatorOf, registration, DAYS, visit } from "./samples";

const check = (change: Partial<LogValues>) =>
  checkLog({ ...visit, ...change }, indicatorOf("visit"), registration, DAYS);
const rows = (...list: FurtherRow[]): string => JSON.stringify(list);
const signed: FurtherRow = {
  kind: "signed",
  indicator: "pipeline_financing",
  code: "memorandum_signed",
  title: "Memorandum on the pipeline",
};
const vote: FurtherRow = { kind: "vote", indicator: "diplomacy", code: "un_same_side", title: "Pakistan abstains" };

describe("a new event as it is sent", () => {
  it("is one event with its quoted sentence, and nothing else", () => {
    const checked = check({});
    expect(checked).toMatchObject({ ok: true, reports: [], also: [], problems: {} });
    expect(checked.members).toMatchObject({ date: "2012-10-04", quote: "We are friends.", actors: ["RUS", "PAK"] });
  });

  it("never carries a score: an override lives on the event's page", () => {
    expect(check({}).members).toMatchObject({ score: null, scoreReason: "" });
  });

  it("names what is missing under its field", () => {
    const checked = checkLog(blank, undefined, registration, DAYS);
    expect(checked.ok).toBe(false);
    expect(Object.keys(checked.problems).toSorted()).toEqual([
      "date",
      "indicator",
      "infoCredibility",
      "sourceReliability",
      "sourceTitle",
      "title",
    ]);
  });

  it("refuses a quoted sentence of more than 300 characters", () => {
    expect(check({ quote: "x".repeat(301) }).problems.quote).toMatch(/300/);
  });
});

describe("a second source", () => {
  const second = { secondTitle: "TASS", secondReliability: "C", secondCredibility: "1", secondQuote: "He came." };

  it("is sent as a report with a grade of its own; the first one's day of publication is not its own", () => {
    expect(check({ ...second, sourcePublished: "5 oct 2012" }).reports).toEqual([
      {
        sourceTitle: "TASS",
        sourceUrl: "",
        sourcePublished: null,
        sourceReliability: "C",
        infoCredibility: "1",
        quote: "He came.",
      },
    ]);
  });

  it("needs title, letter and credibility once any of it is filled in", () => {
    const checked = check({ secondUrl: "https://tass.com/1" });
    expect(checked.ok).toBe(false);
    const named = Object.entries(checked.second).flatMap(([name, problem]) => (problem === undefined ? [] : [name]));
    expect(named).toEqual(["secondTitle", "secondReliability", "secondCredibility"]);
    expect(checked.problems).toEqual({});
  });

  it("with an address that is none is refused under its own field", () => {
    const checked = check({ ...second, secondUrl: "javascript:alert(1)" });
    expect(checked.second.secondUrl).toMatch(/http/);
  });
});

describe("further rows of the same save", () => {
  it("have the day, source and grade of the event, and none of its amounts, notes or quotes", () => {
    const [row] = check({ also: rows(signed) }).also;
    expect(row).toMatchObject({
      indicator: "pipeline_financing",
      code: "memorandum_signed",
      title: "Memorandum on the pipeline",
      date: "2012-10-04",
      actors: ["RUS", "PAK"],
      location: "Islamabad",
      sourceTitle: "Lavrov meets Zardari (Dawn)",
      sourceReliability: "B",
      infoCredibility: "2",
      notes: "",
      quote: "",
      amountUsd: null,
      plannedFor: null,
      follows: null,
    });
  });

  it("leave the actors open for a vote: it was cast by somebody else", () => {
    expect(check({ also: rows(vote) }).also[0]).toMatchObject({ actors: [], code: "un_same_side" });
  });

  it("are each checked, and a wrong one keeps all from being sent", () => {
    const checked = check({ also: rows(vote, { ...signed, code: "", title: " " }) });
    expect(checked.ok).toBe(false);
    expect(checked.rows).toEqual([
      {},
      { code: "Choose the line that fits what happened.", title: "Say in one line what happened." },
    ]);
  });
});

describe("a source that becomes a report of an event logged before", () => {
  it("carries its own fields alone", () => {
    const report = reportOf(check({ sourcePublished: "5 oct 2012" }).members);
    expect(report).toEqual({
      sourceTitle: "Lavrov meets Zardari (Dawn)",
      sourceUrl: "https://www.dawn.com/news/1",
      sourcePublished: "2012-10-05",
      sourceReliability: "B",
      infoCredibility: "2",
      quote: "We are friends.",
    });
  });

  it("needs no step and no day, but its grade", () => {
    const { problems } = check({ code: "", date: "", infoCredibility: "" });
    expect(Object.keys(problems).toSorted()).toEqual(["code", "date", "infoCredibility"]);
    expect(Object.keys(sourceProblems(problems))).toEqual(["infoCredibility"]);
  });
});
