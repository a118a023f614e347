import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonPlaces, lineAt, startOf } from "../../../../web/scenarios/json-places";

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe("places in a JSON text", () => {
  const text = '{\n  "a": [1, {"b": "x"}],\n  "c": null\n}';

  test("are known for every value, a member by its name", () => {
    const { starts, brokenAt } = jsonPlaces(text);
    expect(brokenAt).toBeNull();
    expect([...starts.keys()].toSorted()).toEqual(["", "a", "a[0]", "a[1]", "a[1].b", "c"]);
    expect(text.slice(starts.get("a[1].b"))).toMatch(/^"b": "x"/);
    expect(lineAt(text, starts.get("c") ?? 0)).toBe(3);
  });

  test("of what is missing are those of what is around it, and none is the whole file", () => {
    const { starts } = jsonPlaces(text);
    expect(startOf(starts, "a[1].missing.deep")).toBe(starts.get("a[1]"));
    expect(startOf(starts, "missing")).toBeNull();
    expect(startOf(starts, "")).toBeNull();
  });

  test("a member that is there twice is named", () => {
    expect(jsonPlaces('{"a": 1, "b": {"a": 1, "a": 2}}').doubled).toEqual(["b.a"]);
  });

  test.each([
    ['{"a": 1,}', 8],
    ['{"a" 1}', 5],
    ["[1 2]", 3],
    ['{"a": "b', 6],
    ["{'a': 1}", 1],
    ["[1] x", 4],
    ["[01]", 2],
    ["", 0],
    ["nul", 0],
  ])("%s breaks at %i", (broken, at) => {
    expect(jsonPlaces(broken).brokenAt).toBe(at);
    expect(parses(broken)).toBe(false);
  });

  test("a text nested without end is refused, not followed", () => {
    expect(jsonPlaces("[".repeat(100_000)).brokenAt).not.toBeNull();
  });

  test("whatever can be parsed is read whole, and nothing else is", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.nat(), fc.constantFrom("", ",", "}", '"', "1"), (json, at, put) => {
        expect(jsonPlaces(json).brokenAt).toBeNull();
        const place = at % (json.length + 1);
        const changed = json.slice(0, place) + put + json.slice(place + 1);
        expect(jsonPlaces(changed).brokenAt === null).toBe(parses(changed));
      }),
    );
  });
});
