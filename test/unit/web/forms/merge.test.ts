import { describe, expect, it } from "vitest";
import { readForm, valuesOf } from "../../../../web/forms/event-input";
import { clashes, merged } from "../../../../web/forms/merge";
import type { Version } from "../../../../web/forms/merge";
import type { FormValues } from "../../../../web/forms/values";
import { daysOn, event, meetings, route } from "./samples";

function version(change: Partial<FormValues>): Version {
  const values = { ...valuesOf(event, meetings), ...change };
  return { values, members: readForm(values, meetings, daysOn("2026-01-01")).members };
}

const base = version({});
const theirs = version({ title: "Theirs", location: "Minsk", code: "off" });
const yours = version({ title: "Mine", notes: "mine too", date: "3 oct 2012", reason: "because" });

describe("two corrections of one event", () => {
  it("clash where they differ; what you changed is kept unless you say otherwise", () => {
    const found = clashes(base, theirs, yours, [meetings, route]);
    expect(found.map(({ field, keep }) => [field, keep])).toEqual([
      ["title", "yours"],
      ["code", "theirs"],
      ["location", "theirs"],
      ["notes", "yours"],
    ]);
    expect(found[1]).toMatchObject({ theirs: "Visit called off", yours: "Minister visits" });
  });

  it("join field by field as chosen, with your reason", () => {
    const kept = new Map([
      ["title", "theirs"],
      ["location", "yours"],
      ["notes", "yours"],
    ] as const);
    expect(merged(theirs.values, yours.values, kept)).toMatchObject({
      title: "Theirs",
      location: "Islamabad",
      notes: "mine too",
      reason: "because",
    });
  });
});
