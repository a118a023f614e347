import { describe, expect, it } from "vitest";
import { DraftStore, forgetOthers } from "../../../../web/lib/drafts";

const FIELDS = ["title", "notes"] as const;

/** A browser's storage: `Object.keys` gives what is stored. */
function memory(stored: Record<string, string> = {}): Storage {
  const items: Record<string, string> = { ...stored };
  const methods = {
    getItem: (key: string) => items[key] ?? null,
    setItem: (key: string, value: string) => void (items[key] = value),
    removeItem: (key: string) => void delete items[key],
  };
  // Only what drafts use: the rest of `Storage` is never called.
  return new Proxy(methods, {
    ownKeys: () => Object.keys(items),
    getOwnPropertyDescriptor: (_, key) => ({ configurable: true, enumerable: key in items }),
  }) as unknown as Storage;
}
const draftsIn = (storage: Storage, name: string, person: string) =>
  new DraftStore(name, FIELDS, () => storage, person);
const TYPED = { id: "u-1", values: { title: "روس", notes: "" } };

describe("a draft", () => {
  it("comes back with its id, by name, to the person who typed it", () => {
    const storage = memory();
    draftsIn(storage, "a.log", "p1").save(TYPED);
    expect(draftsIn(storage, "a.log", "p1").load()).toEqual(TYPED);
    expect(draftsIn(storage, "b.log", "p1").load()).toBeNull();
    expect(draftsIn(storage, "a.log", "p2").load()).toBeNull();
  });

  it("is gone once cleared", () => {
    const storage = memory();
    const drafts = draftsIn(storage, "a.log", "p1");
    drafts.save(TYPED);
    drafts.clear();
    expect(Object.keys(storage)).toEqual([]);
  });

  it("goes when another person comes; one's own stays, and so does all that is no draft", () => {
    const tab = memory({ other: "1" });
    const all = memory({
      "signpost.draft.a.log": "typed in 0.4.0 by whoever was there",
      "signpost.single-keys": "off",
    });
    for (const person of ["p1", "p2", "p22"]) draftsIn(tab, "a.log", person).save(TYPED);
    forgetOthers(
      "p2",
      () => tab,
      () => all,
    );
    expect(draftsIn(tab, "a.log", "p2").load()).toEqual(TYPED);
    expect(Object.keys(tab)).toEqual(["other", "signpost.draft.p2/a.log"]);
    expect(Object.keys(all)).toEqual(["signpost.single-keys"]);
  });

  it("of an older form is read as far as it fits", () => {
    const text = JSON.stringify({ id: "u-1", values: { title: "x", mood: "y", notes: 5 } });
    const storage = memory({ "signpost.draft.p1/a": text });
    expect(draftsIn(storage, "a", "p1").load()).toEqual({ id: "u-1", values: { title: "x" } });
  });

  it.each(["", "{", "null", "5", '{"id":"u"}', '{"values":{}}'])("stored as %j is none", (text) => {
    expect(draftsIn(memory({ "signpost.draft.p1/a": text }), "a", "p1").load()).toBeNull();
  });

  it("does not stop the typing where storage is full or switched off", () => {
    const off = (): Storage => {
      throw new Error("SecurityError");
    };
    const drafts = new DraftStore("a", FIELDS, off, "p1");
    expect(drafts.save(TYPED)).toBe(false);
    expect(drafts.load()).toBeNull();
    expect(() => drafts.clear()).not.toThrow();
    expect(() => forgetOthers("p1", off, off)).not.toThrow();
  });
});
