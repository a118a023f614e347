import { describe, expect, test } from "vitest";
import { SnapshotInput } from "../../../worker/contract/snapshot-requests";
import { parse } from "./parse";

describe("a body that asks for a link", () => {
  test("needs a title only", () => {
    expect(parse(SnapshotInput, { title: "Today" })).toEqual({
      purpose: "publication",
      title: "Today",
      note: "",
      fields: {},
      passphrase: false,
      viewCap: null,
      since: true,
      feeds: false,
    });
  });

  test("takes a note of 2,000 characters and a real day", () => {
    expect(parse(SnapshotInput, { title: "T", note: "n\n".repeat(1000), asOf: "2012-06-15" })).toMatchObject({
      asOf: "2012-06-15",
    });
    expect(parse(SnapshotInput, { title: "", note: "n".repeat(2001), asOf: "2012-06" })).toEqual([
      "title",
      "note",
      "asOf",
    ]);
  });

  test("takes an end, no end, a cap, a passphrase and fields", () => {
    const body = {
      purpose: "colleague",
      title: "T",
      note: "",
      fields: { sources: false, forecasts: true },
      expiresAt: null,
      passphrase: true,
      viewCap: 100_000,
      since: false,
      feeds: false,
    };
    expect(parse(SnapshotInput, body)).toEqual(body);
    expect(parse(SnapshotInput, { title: "T", expiresAt: 1 })).toMatchObject({ expiresAt: 1 });
  });

  test("is refused where an option is not of its kind: no link is weaker than what was asked for", () => {
    const wrong: Record<string, unknown[]> = {
      purpose: ["private", "", null],
      passphrase: ["x", "true", 1, null],
      viewCap: ["1", 0, -1, 1.5, 100_001, true],
      expiresAt: ["2026-01-01", 1.5, -1, 253_402_300_800_000, true],
      since: ["no", 0, null],
      fields: ["all", null, true, [], [true]],
    };
    for (const [name, values] of Object.entries(wrong)) {
      for (const value of values) expect(parse(SnapshotInput, { title: "T", [name]: value })).toEqual([name]);
    }
    expect(parse(SnapshotInput, { title: "T", fields: { notes: "no" } })).toEqual(["fields.notes"]);
  });

  test("is refused where a field is misspelt", () => {
    for (const field of ["source", "Sources", "note", "monthnote", "constructor"]) {
      expect(parse(SnapshotInput, { title: "T", fields: { [field]: false } })).toEqual([`fields.${field}`]);
    }
  });

  test("may carry anything else, which is dropped", () => {
    const more = { title: "T", view: { index: 99 }, url: "https://evil.example", token: "x" };
    expect(parse(SnapshotInput, more)).toEqual(parse(SnapshotInput, { title: "T" }));
  });
});
