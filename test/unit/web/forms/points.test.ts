import { describe, expect, it } from "vitest";
import { pointsPreview, pointsSentence, signedPoints, stateSentence } from "../../../../web/forms/points";
import { emptyValues } from "../../../../web/forms/values";
import { daysOn, meetings, route } from "./samples";

const weights = {
  credibilityWeights: { "1": 0.95, "2": 0.75, "3": 0.5, "4": 0.25, "5": 0.05 },
  reliabilityWeights: { A: 0.95, B: 0.75, C: 0.5, D: 0.25, E: 0.05, F: 0.5 },
} as const;
const DAYS = daysOn("2026-01-01");

describe("an event's points in words", () => {
  it("are score times weight, in the month of the event", () => {
    // 2.8 * 0.75 = 2.1
    const parts = { score: 2.8, weight: 0.75, relevance: 1, role: "direct", date: "2012-10-03" } as const;
    expect(pointsSentence(parts)).toBe("2.8 × 0.75 = +2.1 points in October 2012");
  });

  it("name the relevance of a driver", () => {
    // 3.5 * 0.95 * 0.25 = 0.83125
    const parts = { score: 3.5, weight: 0.95, relevance: 0.25, role: "driver", date: "2012-02" } as const;
    expect(pointsSentence(parts)).toBe("3.5 × 0.95 × 0.25 = +0.8 points in February 2012");
  });

  it("have a real minus sign, and no month while the date cannot be read", () => {
    // -5 * 0.95 = -4.75
    const parts = { score: -5, weight: 0.95, relevance: 1, role: "direct", date: null } as const;
    expect(pointsSentence(parts)).toBe("\u22125.0 × 0.95 = \u22124.8 points");
  });

  it("are none for context", () => {
    const parts = { score: 4, weight: 0.95, relevance: 0, role: "context", date: "2012-10" } as const;
    expect(pointsSentence(parts)).toBe("Kept for context: earns no points");
  });

  it("show two decimals below a tenth, so that little is not nothing", () => {
    expect(signedPoints(0.05)).toBe("+0.05");
    expect(signedPoints(0)).toBe("0.0");
  });
});

describe("a state's points in words", () => {
  it("are relevance times full scale times value, a month", () => {
    // 0.25 * 4 * 1 = 1
    expect(stateSentence(route, "closed")).toBe("+1.0 points a month for as long as it holds, counted by days");
    expect(stateSentence(route, "open")).toBe("Earns no points while it holds");
  });
});

describe("the points while a form is filled in", () => {
  const typed = {
    ...emptyValues(),
    code: "minister",
    date: "3 oct 2012",
    sourceReliability: "B",
    infoCredibility: "2",
  };
  const preview = (change: Partial<typeof typed>) => pointsPreview({ ...typed, ...change }, meetings, weights, DAYS);

  it("show once code and whole grade are chosen", () => {
    expect(preview({})).toBe("2.8 × 0.75 = +2.1 points in October 2012");
    expect(preview({ code: "" })).toBe("");
    expect(preview({ infoCredibility: "" })).toBe("");
    expect(preview({ sourceReliability: "" })).toBe("");
  });

  it("take the letter's weight where the item cannot be judged", () => {
    // 2.8 * 0.5 (C) = 1.4
    expect(preview({ sourceReliability: "C", infoCredibility: "6" })).toBe("2.8 × 0.50 = +1.4 points in October 2012");
  });

  it("follow an override", () => {
    // 3.8 * 0.75 = 2.85
    expect(preview({ score: "3.8" })).toBe("3.8 × 0.75 = +2.9 points in October 2012");
  });
});
