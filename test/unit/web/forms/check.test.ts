import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseScenarioFile } from "../../../../worker/contract/registration";
import type { ViewIndicator } from "../../../../worker/core/view-types";
import { checkForm, problemsByField, reasonProblem } from "../../../../web/forms/check";
import { emptyValues } from "../../../../web/forms/values";
import { daysOn } from "./samples";

const file = `${import.meta.dirname}/../../../fixtures/small/clearly-holding/scenario.json`;
const { scenario } = parseScenarioFile(JSON.parse(readFileSync(file, "utf8")));
const registration = scenario?.registration;
if (!registration) throw new Error("The fixture cannot be read");
const [first] = registration.indicators;
if (!first) throw new Error("The fixture has no indicator");
const indicator: ViewIndicator = { states: [], fullScale: null, spans: [], countsByYear: [], amounts: [], ...first };
const good = {
  ...emptyValues(),
  indicator: indicator.key,
  code: indicator.codebook[0]?.key ?? "",
  title: "Something happened",
  date: "3 oct 2012",
  sourceTitle: "Dawn",
  sourceReliability: "B",
  infoCredibility: "2",
};
const check = (change: Partial<typeof good>) =>
  checkForm({ ...good, ...change }, indicator, registration, daysOn("2026-01-01"));

describe("a form before it is sent", () => {
  it("passes when the questions are answered", () => {
    expect(check({}).problems).toEqual({});
  });

  it("asks for labels, not for keys", () => {
    const { problems } = check({ code: "", infoCredibility: "", amountUsd: "5 m" });
    expect(problems.code).toBe("Choose the line that fits what happened.");
    expect(problems.infoCredibility).toBe("Choose how sure it is. 6 if it cannot be judged.");
    expect(problems.amountScope).toMatch(/^Say what the amount is/);
  });

  it("says the form's own word on a date in words, not the file's", () => {
    expect(check({ date: "3/10/2012" }).problems.date).toMatch(/^Which one is meant: /);
  });

  it("refuses a day that has not come, and an override without a reason", () => {
    const score = ((indicator.codebook[0]?.score ?? 0) + 1).toFixed(1);
    expect(Object.keys(check({ date: "2 jan 2026", score }).problems)).toEqual(["date", "scoreReason"]);
  });

  it("warns of an invisible direction mark without refusing it", () => {
    const { problems, warnings } = check({ title: "a \u202e b" });
    expect(problems).toEqual({});
    expect(warnings).toHaveLength(1);
  });
});

describe("the server's problems", () => {
  it("go under their fields; the rest is said on top", () => {
    const errors = [
      { field: "title", code: "too-long", message: "Too long." },
      { field: "title", code: "x", message: "Second." },
      { field: "ref", code: "bad-ref", message: "Bad reference." },
    ];
    expect(problemsByField(errors)).toEqual({ problems: { title: "Too long." }, other: ["Bad reference."] });
  });

  it("a correction needs more than blanks as its reason", () => {
    expect(reasonProblem("  ")).toEqual({ reason: "Say why, in a few words." });
    expect(reasonProblem("typing error")).toEqual({});
  });
});
