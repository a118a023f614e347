import { describe, expect, test } from "vitest";
import { aboutOf, changedSince, finalReason, removedSince, undoOf, type PastEntry } from "../../../worker/core/undo";
import { ENTRY_KINDS } from "../../../worker/core/ledger";

function past(over: Partial<PastEntry> = {}): PastEntry {
  const said = { facts: { date: "2012-10-03" }, texts: { title: "First" }, redacted: false };
  return { kind: "event", subject: "E-1", version: 1, op: "record", ...said, ...over };
}

describe("undoing an entry", () => {
  test("retracts what was not there before; of an event it says nothing more", () => {
    expect(undoOf(past(), null)).toEqual({
      kind: "event",
      subject: "E-1",
      version: 2,
      op: "retract",
      facts: {},
      texts: {},
    });
  });

  test("retracts anything else with what no longer holds", () => {
    const note = past({ kind: "note", subject: "2012-10", facts: { month: "2012-10" }, texts: { text: "Quiet" } });
    expect(undoOf(note, null)).toMatchObject({ op: "retract", facts: note.facts, texts: note.texts });
  });

  test("says again what the version before said", () => {
    const second = past({ version: 2, op: "correct", texts: { title: "Second" } });
    expect(undoOf(second, past())).toMatchObject({ version: 3, op: "correct", texts: { title: "First" } });
    const gone = past({ version: 2, op: "retract", facts: {}, texts: {} });
    expect(undoOf(gone, past())).toMatchObject({ version: 3, op: "correct", texts: { title: "First" } });
  });

  test("retracts again what had been retracted, as it stood then", () => {
    const retracted = past({ kind: "note", version: 2, op: "retract", texts: { text: "Old" } });
    const again = past({ kind: "note", version: 3, op: "correct", texts: { text: "New" } });
    expect(undoOf(again, retracted)).toMatchObject({ version: 4, op: "retract", texts: { text: "Old" } });
  });

  test("is not possible where a text that would have to come back was redacted", () => {
    const second = past({ version: 2, op: "correct" });
    expect(undoOf(second, past({ redacted: true }))).toBeNull();
    // Nothing of it comes back when it is only retracted.
    expect(undoOf(past({ redacted: true }), null)).toMatchObject({ op: "retract" });
  });
});

test("what cannot be taken back says what to do instead; everything else can", () => {
  const final = ENTRY_KINDS.filter((kind) => finalReason(kind) !== null);
  expect(final).toEqual(["registration", "proposition", "forecast", "said", "redaction"]);
});

test.each([
  ["event", "PKRU-0043", "PKRU-0043"],
  ["report", "PKRU-0043\n2", "PKRU-0043"],
  ["review", "PKRU-0043\nabc", "PKRU-0043"],
  ["evidence", "C01\nPKRU-0043", "PKRU-0043"],
  ["redaction", "comment:PKRU-0043\n1", "PKRU-0043"],
  ["note", "2012-10", "2012-10"],
  ["said", "2012-10", "2012-10"],
] as const)("an entry of kind %s on %j is about %s", (kind, subject, name) => {
  expect(aboutOf(kind, subject)).toBe(name);
});

test("a refusal names what it is about, five at most", () => {
  expect(changedSince(["A"])).toBe("A was changed since by somebody else. Correct it by hand.");
  expect(changedSince(["A", "B"])).toBe("A and B were changed since by somebody else. Correct them by hand.");
  expect(changedSince(["A", "B", "C", "D", "E", "F"])).toContain("A, B, C, D, E and 1 other were changed");
  expect(removedSince(["A"])).toBe(
    "A text of A that would have to come back was removed for good. Correct it by hand.",
  );
});
