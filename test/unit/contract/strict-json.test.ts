import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonFlaw } from "../../../worker/contract/strict-json";

describe("JSON that can be read in one way only", () => {
  test("is whatever was written from a value", () => {
    const options = { maxDepth: 6, noUnicodeString: false };
    fc.assert(
      fc.property(fc.json(options), (text) => {
        fc.pre(!text.includes("__proto__"));
        expect(jsonFlaw(text)).toBeNull();
      }),
      { seed: 7 },
    );
  });

  test.each([
    ['{"a": 1, "a": 2}', "twice"],
    ['{"a": 1, "\\u0061" : 2}', "twice"],
    ['[{"b": {"a": 1, "c": [], "a": null}}]', "twice"],
    ['{"__proto__": {}}', "__proto__"],
    ['{"a": {"\\u005f_proto__": 1}}', "__proto__"],
    ["[1e999]", "too large"],
    ['{"a": -1e400}', "too large"],
    [`${"[".repeat(65)}${"]".repeat(65)}`, "deep"],
    ["[".repeat(100_000), "deep"],
    [`${'{"a":'.repeat(100_000)}`, "deep"],
  ])("%.40s is refused, and it is said why", (text, why) => {
    expect(jsonFlaw(text)).toContain(why);
  });

  test.each([
    '{"a": {"a": 1}, "b": [{"a": 1}, {"a": 1}]}',
    '{"a": "\\"a\\": 1", "b": "{[}]"}',
    '["a", "a"]',
    '{"a": "__proto__", "n": 1e308, "m": -0.5e-400}',
    `${"[".repeat(64)}${"]".repeat(64)}`,
    '{"unfinished": "',
    '{"a" 1}',
    "",
    "-",
  ])("%.40s is left to JSON.parse", (text) => {
    expect(jsonFlaw(text)).toBeNull();
  });
});
