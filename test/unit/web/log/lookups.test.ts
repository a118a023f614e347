import { describe, expect, it } from "vitest";
import { signedIndicators, voteOptions } from "../../../../web/log/further-options";
import { similarQuestion } from "../../../../web/log/similar";
import { titleToFill } from "../../../../web/log/source-hint";
import { blank, indicators, DAYS, visit } from "./samples";

describe("asking for likely duplicates", () => {
  it("needs an address, or a day and some words", () => {
    expect(similarQuestion(blank, DAYS)).toBeNull();
    expect(similarQuestion({ ...blank, date: "4 oct 2012", title: "Lavr" }, DAYS)).toBeNull();
    expect(similarQuestion({ ...blank, title: "Lavrov in Islamabad" }, DAYS)).toBeNull();
    expect(similarQuestion({ ...blank, sourceUrl: "dawn" }, DAYS)).toBeNull();
  });

  it("sends what is there", () => {
    expect(similarQuestion(visit, DAYS)).toEqual({
      indicator: "visit",
      code: "minister_visit_held",
      date: "2012-10-04",
      title: "Lavrov in Islamabad",
      sourceUrl: "https://www.dawn.com/news/1",
    });
    expect(similarQuestion({ ...blank, sourceUrl: "https://dawn.com/1" }, DAYS)).toMatchObject({ date: "" });
  });
});

describe("the title that a link proposes", () => {
  it("fills an empty field, and replaces an earlier proposal", () => {
    expect(titleToFill("", "", "Put off (Dawn)")).toBe("Put off (Dawn)");
    expect(titleToFill("Put off (Dawn)", "Put off (Dawn)", "Called off (TASS)")).toBe("Called off (TASS)");
    // The link is gone, and with it what it proposed.
    expect(titleToFill("Put off (Dawn)", "Put off (Dawn)", "")).toBe("");
  });

  it("leaves what somebody typed", () => {
    expect(titleToFill("My words", "", "Put off (Dawn)")).toBeNull();
    expect(titleToFill("Put off (Dawn), p. 3", "Put off (Dawn)", "Called off (TASS)")).toBeNull();
    expect(titleToFill("", "", "")).toBeNull();
  });
});

describe("further rows that a form offers", () => {
  it("beside a veto: the entries of other indicators that speak of votes", () => {
    expect(voteOptions(indicators, "veto").map(({ indicator, code }) => `${indicator} ${code}`)).toEqual([
      "diplomacy un_same_side",
      "diplomacy un_abstention",
      "diplomacy criticised",
    ]);
  });

  it("beside a meeting: every other indicator of events, deals first and no states", () => {
    expect(signedIndicators(indicators, "visit").map(({ key }) => key)).toEqual([
      "pipeline_financing",
      "defence",
      "trade",
      "diplomacy",
      "veto",
      "us_pakistan",
      "india_alignment",
    ]);
  });
});
