import { describe, expect, it } from "vitest";
import { differences, isOverride, readable, stepLabel } from "../../../../web/forms/readable";
import { event, meetings, route } from "./samples";

const indicators = [meetings, route];

describe("an event for reading", () => {
  it("has words for keys and grades", () => {
    const texts = Object.fromEntries(readable(event, indicators).map(({ field, text }) => [field, text]));
    expect(texts).toMatchObject({
      indicator: "Meetings",
      code: "Minister visits",
      date: "Wednesday 3 October 2012",
      sourceReliability: "B usually reliable",
      infoCredibility: "2 probably true",
      actors: "PAK; RUS",
      score: "",
    });
  });

  it("shows a key that the codebook no longer has as it is", () => {
    const code = readable({ ...event, code: "gone" }, indicators).find(({ field }) => field === "code");
    expect(code?.text).toBe("gone");
  });

  it("names the step or the state", () => {
    expect(stepLabel(event, meetings)).toBe("Minister visits");
    expect(stepLabel({ code: null, state: "closed" }, route)).toBe("Closed");
  });

  it("marks a score set by hand", () => {
    expect(isOverride({ ...event, score: 3.2 }, meetings)).toBe(true);
    expect(isOverride(event, meetings)).toBe(false);
    expect(isOverride({ ...event, indicator: "route", code: null, state: "open", score: 0 }, route)).toBe(false);
  });
});

describe("the difference of two versions", () => {
  it("lists the fields that read otherwise, in the form's order", () => {
    const later = { ...event, version: 2, infoCredibility: 4, title: "Other", quote: "So", location: "" } as const;
    expect(differences(event, later, indicators)).toEqual([
      { field: "title", label: "Title", before: "Lavrov in Islamabad", after: "Other" },
      { field: "infoCredibility", label: "Credibility of the report", before: "2 probably true", after: "4 doubtful" },
      { field: "quote", label: "Quoted sentence", before: "", after: "So" },
      { field: "location", label: "Place", before: "Islamabad", after: "" },
    ]);
  });

  it("is empty where only the record's own marks differ", () => {
    expect(differences(event, { ...event, version: 2, recordedAt: 5, by: "B" }, indicators)).toEqual([]);
  });
});
