import { describe, expect, it } from "vitest";
import { DraftStore } from "../../../../web/forms/draft";
import type { DraftStorage } from "../../../../web/forms/draft";

const FIELDS = ["title", "notes"] as const;

function memory(): DraftStorage & { items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

describe("a draft", () => {
  it("comes back with its id, by name", () => {
    const storage = memory();
    new DraftStore(() => storage, "a.log", FIELDS).save({ id: "u-1", values: { title: "روس", notes: "" } });
    expect(new DraftStore(() => storage, "a.log", FIELDS).load()).toEqual({
      id: "u-1",
      values: { title: "روس", notes: "" },
    });
    expect(new DraftStore(() => storage, "b.log", FIELDS).load()).toBeNull();
  });

  it("is gone once cleared", () => {
    const storage = memory();
    const drafts = new DraftStore(() => storage, "a.log", FIELDS);
    drafts.save({ id: "u-1", values: { title: "x", notes: "" } });
    drafts.clear();
    expect(storage.items.size).toBe(0);
  });

  it("of an older form is read as far as it fits", () => {
    const storage = memory();
    storage.setItem("signpost.draft.a", JSON.stringify({ id: "u-1", values: { title: "x", mood: "y", notes: 5 } }));
    expect(new DraftStore(() => storage, "a", FIELDS).load()).toEqual({ id: "u-1", values: { title: "x" } });
  });

  it.each(["", "{", "null", "5", '{"id":"u"}', '{"values":{}}'])("stored as %j is none", (text) => {
    const storage = memory();
    storage.setItem("signpost.draft.a", text);
    expect(new DraftStore(() => storage, "a", FIELDS).load()).toBeNull();
  });

  it("does not stop the typing where storage is full or switched off", () => {
    const drafts = new DraftStore(
      () => {
        throw new Error("SecurityError");
      },
      "a",
      FIELDS,
    );
    expect(drafts.save({ id: "u-1", values: { title: "x", notes: "" } })).toBe(false);
    expect(drafts.load()).toBeNull();
    expect(() => drafts.clear()).not.toThrow();
  });
});
