import { describe, expect, test } from "vitest";
import { Memory, type Kept } from "../../../worker/http/memory";

const kept = (bytes: number, etag = ""): Kept => ({
  etag,
  identity: new Uint8Array(bytes - 10),
  gzip: new Uint8Array(10),
});

describe("what is kept in memory", () => {
  test("is found again under its own key", () => {
    const memory = new Memory<Kept>(1000);
    memory.set("a", kept(100, "1"));
    memory.set("b", kept(100, "2"));
    expect(memory.get("a")?.etag).toBe("1");
    expect(memory.get("b")?.etag).toBe("2");
    expect(memory.get("c")).toBeUndefined();
  });

  test("is what was used last, up to its bytes", () => {
    const memory = new Memory<Kept>(1000);
    for (const key of ["a", "b", "c"]) memory.set(key, kept(300));
    memory.get("a");
    memory.set("d", kept(300));
    expect(["a", "b", "c", "d"].filter((key) => memory.get(key))).toEqual(["a", "c", "d"]);
  });

  test("counts a value that took another's place once, and its key too", () => {
    const memory = new Memory<Kept>(1000);
    for (let time = 0; time < 50; time += 1) memory.set("a", kept(600, String(time)));
    memory.set("b", kept(300));
    expect(memory.get("a")?.etag).toBe("49");
    expect(memory.get("b")).toBeDefined();
    memory.set("k".repeat(200), kept(100));
    expect(memory.get("a")).toBeUndefined();
  });

  test("never pushes everything out for one value that is too large", () => {
    const memory = new Memory<Kept>(1000);
    memory.set("a", kept(300));
    memory.set("b", kept(2000));
    expect(memory.get("a")).toBeDefined();
    expect(memory.get("b")).toBeUndefined();
  });
});
