import { describe, expect, test } from "vitest";
import {
  fieldNames,
  nameOf,
  redactionEntries,
  repeats,
  takesOut,
  tellingWords,
  type RemovedText,
} from "../../../worker/core/redaction";

const TITLE = "A minister took money";
const removed: RemovedText[] = [
  { kind: "event", field: "title", text: TITLE },
  { kind: "event", field: "title", text: "Short" },
  { kind: "event", field: "project", text: "The long name of a shared pipeline" },
  { kind: "event", field: "actors", text: '["Ivan Petrov","RUS"]' },
  { kind: "comment", field: "text", text: "He took far more than that." },
];

describe("what a redaction takes out", () => {
  test("an event's texts by name, of what was said of it all or none", () => {
    const fields = new Set(["title", "reports"]);
    expect(takesOut(fields, "event", "title")).toBe(true);
    expect(takesOut(fields, "event", "quote")).toBe(false);
    expect(takesOut(fields, "report", "quote")).toBe(true);
    // A report has a member of that name too: it is no text of the event.
    expect(takesOut(new Set(["sourceTitle"]), "report", "sourceTitle")).toBe(false);
    expect(takesOut(fields, "comment", "text")).toBe(false);
    expect([nameOf("report", "quote"), nameOf("event", "quote")]).toEqual(["reports", "quote"]);
  });

  test("is recorded once a subject, and always of the event, with every name", () => {
    const blanked = [
      { kind: "report", subject: "E-1\n1", fields: ["quote"] },
      { kind: "report", subject: "E-1\n1", fields: ["sourceUrl", "quote"] },
    ] as const;
    expect(fieldNames(blanked)).toEqual(["reports"]);
    const entries = redactionEntries(blanked, new Map([["event:E-1", 2]]));
    expect(entries.map(({ subject, version, facts }) => [subject, version, facts])).toEqual([
      ["event:E-1", 3, { fields: ["reports"] }],
      ["report:E-1\n1", 1, { fields: ["quote", "sourceUrl"] }],
    ]);
  });

  test("a reason repeats it if it holds a telling part of it, in capitals or not", () => {
    expect(repeats("We wrote that IVAN PETROV stole", removed)).toBe(true);
    expect(repeats("It said: a minister took money", removed)).toBe(true);
    expect(repeats("Short, and RUS is everywhere", removed)).toBe(false);
  });
});

describe("words that are looked for elsewhere", () => {
  test("are the long ones, the longest first, under the name that a person knows", () => {
    expect(tellingWords(removed)).toEqual([
      { field: "project", text: "The long name of a shared pipeline" },
      { field: "comments", text: "He took far more than that." },
      { field: "title", text: TITLE },
      { field: "actors", text: "Ivan Petrov" },
    ]);
  });
});
