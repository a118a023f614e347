import { describe, expect, test } from "vitest";
import {
  fieldNames,
  nameOf,
  redactionEntries,
  removalOf,
  repeats,
  takesOut,
  type RemovedText,
} from "../../../worker/core/redaction";
import { removeTexts } from "../../../worker/core/remove-texts";

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
    const entries = redactionEntries({ kind: "event", subject: "E-1" }, blanked, new Map([["event:E-1", 2]]));
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

describe("a view without removed texts", () => {
  const removal = removalOf("E-1", "event", removed, new Set());

  test("loses them from the event's own members, whatever their length", () => {
    expect(removeTexts([{ ref: "E-1", title: "Short", points: 2 }], removal)).toEqual([
      { ref: "E-1", title: "[removed]", points: 2 },
    ]);
    const evidence = { event: "E-1", title: TITLE, rivalExplanation: "Chance" };
    expect(removeTexts(evidence, removal)).toEqual({ ...evidence, title: "[removed]" });
  });

  test("keeps what another event says in a few words, and the names of shared things", () => {
    const other = { ref: "E-2", title: "Short", text: "The long name of a shared pipeline" };
    expect(removeTexts(other, removal)).toEqual(other);
  });

  test("leaves what the server itself says: an event that repeats a verdict must not take it along", () => {
    const removal = removalOf("E-1", "event", [{ kind: "event", field: "notes", text: TITLE }], new Set());
    const view = { statement: `Stalled: ${TITLE}.`, frozen: { ledgerHead: TITLE }, note: TITLE };
    expect(removeTexts(view, removal)).toEqual({ ...view, note: "[removed]" });
  });

  test("loses the longer ones wherever they are quoted", () => {
    expect(removeTexts({ note: { text: `We logged: ${TITLE}. He took far more than that.` } }, removal)).toEqual({
      note: { text: "We logged: [removed]. [removed]" },
    });
  });

  test("keeps the longer ones that somebody else still says, but for the event's own", () => {
    const shared = removalOf("E-1", "event", removed, new Set([TITLE]));
    expect(
      removeTexts(
        [
          { ref: "E-1", title: TITLE },
          { ref: "E-2", title: TITLE },
        ],
        shared,
      ),
    ).toEqual([
      { ref: "E-1", title: "[removed]" },
      { ref: "E-2", title: TITLE },
    ]);
  });

  test("takes a text for what it is: nothing in it is a pattern", () => {
    const odd = [{ kind: "event" as const, field: "title", text: "$& (a+)+ [x] $1 $$ and so on" }];
    const cut = removeTexts("Said: $& (a+)+ [x] $1 $$ and so on.", removalOf("E-1", "event", odd, new Set()));
    expect(cut).toBe("Said: [removed].");
  });
});
