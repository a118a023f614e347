import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const rows = [...read("docs/security.md").matchAll(/^\| (\d+) +\| (.+) \|$/gm)].map(([, n, rest = ""]) => ({
  n: Number(n),
  cells: rest.split("|").map((cell) => cell.trim()),
}));

describe("docs/security.md", () => {
  test("has every one of the 27, in order, each with what could happen, how it is met and a test", () => {
    expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 27 }, (_, i) => i + 1));
    for (const { n, cells } of rows) expect([n, cells.filter((cell) => cell !== "").length]).toEqual([n, 3]);
  });

  test.each(rows)("the tests that it names for number $n exist", ({ cells }) => {
    const named = (cells[2] ?? "").split("; ");
    for (const one of named) {
      const [, file = "", title = ""] = /^`(test\/[\w/.-]+\.test\.ts)`: (.+)$/.exec(one) ?? [];
      expect([one, existsSync(join(root, file)) && file !== ""]).toEqual([one, true]);
      expect(read(file)).toContain(`"${title}"`);
    }
  });
});

test("SECURITY.md says how to report, when to expect what, which versions and what counts", () => {
  const text = read("SECURITY.md");
  for (const part of ["Report a vulnerability", "What to expect", "Supported versions", "In scope", "Out of scope"]) {
    expect(text).toContain(part);
  }
});
