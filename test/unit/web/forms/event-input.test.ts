import { describe, expect, it } from "vitest";
import { changedMembers, readForm, valuesOf } from "../../../../web/forms/event-input";
import { emptyValues } from "../../../../web/forms/values";
import { daysOn, event, meetings, route } from "./samples";

const DAYS = daysOn("2026-01-01");

describe("a filled form as the API's members", () => {
  it("carries dates, amounts and actors as the API writes them", () => {
    const values = {
      ...emptyValues(),
      date: "3 oct 2012",
      plannedFor: "nov 2012",
      amountUsd: "1.2 bn",
      actors: "PAK; RUS;",
      infoCredibility: "2",
    };
    const { members, problems } = readForm(values, meetings, DAYS);
    expect(problems).toEqual({});
    expect(members).toMatchObject({
      date: "2012-10-03",
      plannedFor: "2012-11",
      amountUsd: 1_200_000_000,
      actors: ["PAK", "RUS"],
      infoCredibility: "2",
    });
  });

  it("takes commas between actors where there is no semicolon", () => {
    expect(readForm({ ...emptyValues(), actors: "PAK, RUS" }, meetings, DAYS).members.actors).toEqual(["PAK", "RUS"]);
  });

  it("names each date and amount that cannot be read, and asks for no optional one", () => {
    const values = { ...emptyValues(), date: "3/10/2012", plannedFor: "someday", amountUsd: "a lot" };
    expect(Object.keys(readForm(values, meetings, DAYS).problems).toSorted()).toEqual([
      "amountUsd",
      "date",
      "plannedFor",
    ]);
  });

  it("leaves out what the kind of indicator does not have, though it was typed before", () => {
    const values = { ...emptyValues(), code: "minister", state: "closed", score: "3", scoreReason: "x" };
    expect(readForm(values, route, DAYS).members).toMatchObject({
      code: null,
      state: "closed",
      score: null,
      scoreReason: "",
    });
    expect(readForm(values, meetings, DAYS).members).toMatchObject({ code: "minister", state: null, score: "3" });
  });
});

describe("an event in the form, to be corrected", () => {
  it("shows a score only where it overrides the codebook's", () => {
    expect(valuesOf(event, meetings).score).toBe("");
    expect(valuesOf({ ...event, score: 3 }, meetings).score).toBe("3.0");
  });

  it("changes nothing when it is read back untouched", () => {
    const filled = {
      ...event,
      amountUsd: 93_500_000.5,
      amountScope: "aid",
      notes: " two\nlines ",
      follows: "X-0000",
    } as const;
    const read = () => readForm(valuesOf(filled, meetings), meetings, DAYS).members;
    expect(changedMembers(read(), read())).toEqual({});
  });

  it("sends only what reads otherwise: the same date in other words is no change", () => {
    const values = valuesOf(event, meetings);
    const before = readForm(values, meetings, DAYS).members;
    const after = readForm({ ...values, date: "3 Oct 2012", title: "Lavrov in Karachi" }, meetings, DAYS).members;
    expect(changedMembers(before, after)).toEqual({ title: "Lavrov in Karachi" });
  });
});
