import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { secretProblems } from "../../../worker/http/secrets";

const fresh = () => randomBytes(32).toString("base64url");
const ASCII = Buffer.from("correct-horse-battery-staple-123").toString("base64url");
const HOW = "Set it to 32 random bytes in base64url: docs/settings.md says how.";

describe("secrets of a deployed instance (lesson 13)", () => {
  test("random ones are taken, with padding and a line break at their end too", () => {
    for (let run = 0; run < 500; run += 1) {
      expect(secretProblems({ SIGNING_KEY: fresh(), LINK_SECRET: `${fresh()}=\n` })).toEqual([]);
    }
  });

  test.each([
    ["nothing", undefined, "is missing"],
    ["an empty text", "", "is missing"],
    ["blanks", " \n", "is missing"],
    ["a short one", fresh().slice(0, 40), "is too short"],
    ["a number", "12345678", "is too short"],
    ["a long one", fresh() + fresh(), "is not 32 bytes in base64url"],
    ["another alphabet", `${fresh().slice(0, 42)}+`, "is not 32 bytes in base64url"],
    ["a word", "changeme", "is an example, not a secret"],
    ["a word made long", "default-default-default-default-default-def", "is an example, not a secret"],
    ["its own name", "LINK_SECRET", "is an example, not a secret"],
    ["the key of RFC 8037", "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A", "is an example, not a secret"],
    ["one letter", "A".repeat(43), "is not random"],
    ["a repeated word", Buffer.alloc(32, "links").toString("base64url"), "is not random"],
    ["a sentence", ASCII, "is not random"],
  ])("%s is refused, by name and never with a part of it", (_what, value, says) => {
    for (const name of ["SIGNING_KEY", "LINK_SECRET"] as const) {
      const others = { SIGNING_KEY: fresh(), LINK_SECRET: fresh() };
      expect(secretProblems({ ...others, [name]: value })).toEqual([`The secret ${name} ${says}. ${HOW}`]);
    }
  });

  test("both are named where both are wrong", () => {
    expect(secretProblems({})).toHaveLength(2);
  });

  test("one for both is refused, however its end is written", () => {
    const one = fresh();
    expect(secretProblems({ SIGNING_KEY: one, LINK_SECRET: `${one}=` })).toEqual([
      "The secrets SIGNING_KEY and LINK_SECRET are the same. Give each bytes of its own: docs/settings.md says how.",
    ]);
  });
});
