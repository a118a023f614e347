import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readFileArgs } from "../../../scripts/backup/args.mjs";
import { compare } from "../../../scripts/backup/compare.mjs";
import { checkFile, readLines } from "../../../scripts/backup/lines.mjs";
import { remote } from "../../../scripts/backup/remote.mjs";

const folder = mkdtempSync(join(tmpdir(), "signpost-lines-"));
const file = join(folder, "backup.jsonl");
afterAll(() => rmSync(folder, { recursive: true }));

const HEADS = { one: [2, "b"] };
const ROWS: [string, Record<string, unknown>][] = [
  ["analysts", { id: "ada" }],
  ["signing_keys", { id: "key", publicKey: "public" }],
  ["commits", { scenario: "one", revision: 1, hash: "a" }],
  ["commits", { scenario: "one", revision: 2, hash: "b" }],
  ["entries", { scenario: "one", revision: 1, ordinal: 0, hash: "c" }],
  ["views", { hash: "view", earlierHashes: "[]" }],
  ["view_files", { viewHash: "view", part: 0, body: "bytes" }],
  ["said_months", { scenario: "one", month: "2025-10", published: "holding", revision: 2, index: 1.5 }],
  ["scenarios", { slug: "one" }],
  ["snapshots", { id: "link", createdAt: 1 }],
];

/** Lines of a backup of these rows, as the worker seals them. */
function linesOf(rows: typeof ROWS): string[] {
  const contents = [
    { header: { heads: HEADS, counts: { all: rows.length } } },
    ...rows.map(([table, row]) => ({ table, row })),
    { end: { lines: rows.length + 2 } },
  ];
  let sum = "";
  return contents.map((content, at) => {
    const text = JSON.stringify({ n: at + 1, ...content });
    sum = createHash("sha256").update(`${sum}\n${text}`).digest("hex");
    return `${text.slice(0, -1)},"sum":"${sum}"}`;
  });
}

function write(rows: typeof ROWS): string[] {
  const lines = linesOf(rows);
  writeFileSync(file, `${lines.join("\n")}\n`);
  return lines;
}

/** The file of all rows beside an instance that has these. */
function comparedWith(rows: typeof ROWS) {
  write(ROWS);
  return compare(async () => ({ lines: linesOf(rows), next: null }), file);
}

describe("lines", () => {
  test("end at the byte 0x0A alone, wherever the file is cut into chunks", async () => {
    const texts = ["a\u2028b", "c\u0085d\re", `${"ü".repeat(70_001)}`, "", "f"];
    writeFileSync(file, texts.join("\n"));
    const found: string[] = [];
    for await (const line of readLines(file)) found.push(line);
    expect(found).toEqual(texts);
  });

  test("of a whole backup are checked, and named by the sum of the last", async () => {
    const lines = write(ROWS);
    const { sum } = JSON.parse(lines.at(-1) ?? "");
    expect(await checkFile(file)).toMatchObject({ id: sum, lines: ROWS.length + 2, header: { heads: HEADS } });
  });

  test.each([
    ["changed", (lines: string[]) => lines.with(3, (lines[3] ?? "").replace("a", "b")), "Line 4 of"],
    ["left out", (lines: string[]) => lines.toSpliced(3, 1), "Line 4 of"],
    ["in another order", (lines: string[]) => lines.with(3, lines[4] ?? ""), "Line 4 of"],
    ["after the end", (lines: string[]) => [...lines, lines[1] ?? ""], "Line 13 of"],
    ["cut off", (lines: string[]) => lines.slice(0, 5), "ends at line 5, without its end"],
    ["no lines at all", () => [""], "Line 1 of"],
  ])("that are %s are refused and named", async (_what, change, problem) => {
    writeFileSync(file, `${change(linesOf(ROWS)).join("\n")}\n`);
    await expect(checkFile(file)).rejects.toThrow(problem);
  });

  test("of a file that is not there are asked for in words", async () => {
    await expect(checkFile(join(folder, "none"))).rejects.toThrow("There is no file");
  });
});

describe("a file and a Signpost", () => {
  test("are equal where every row is the same", async () => {
    expect(await comparedWith(ROWS)).toMatchObject({ same: true, problems: [] });
  });

  test.each(ROWS.map(([table, row], at) => [table, row, at] as const).filter(([table]) => table !== "scenarios"))(
    "are not where a row of %s is missing",
    async (_table, _row, at) => {
      const { problems, same } = await comparedWith(ROWS.toSpliced(at, 1));
      expect(same).toBe(false);
      expect(problems).toEqual([expect.stringMatching(/^The .* of the file is not here, or is another here\.$/)]);
    },
  );

  test.each(["commits", "entries", "view_files", "signing_keys", "said_months"])(
    "are not where a row of %s is another",
    async (name) => {
      const other = { hash: "x", body: "x", publicKey: "x", published: "x" };
      const rows = ROWS.map(([table, row]): (typeof ROWS)[number] => [
        table,
        table === name ? { ...row, ...other } : row,
      ]);
      expect((await comparedWith(rows)).problems.length).toBeGreaterThan(0);
    },
  );

  test("agree where a record of a month-end was put right since, as the ledger says", async () => {
    const before = { revision: 2, published: "holding", index: 1.5 };
    const entry = { scenario: "one", revision: 3, ordinal: 0, hash: "d", kind: "said" };
    const payload = (facts: object): string => JSON.stringify({ facts: { month: "2025-10", ...facts }, texts: {} });
    const corrected = (facts: object): typeof ROWS => [
      ...ROWS.map(([table, row]): (typeof ROWS)[number] => [
        table,
        table === "said_months" ? { ...row, revision: 1 } : row,
      ]),
      ["entries", { ...entry, payload: payload(facts) }],
    ];
    expect((await comparedWith(corrected({ before, after: { ...before, revision: 1 } }))).problems).toEqual([]);
    const other = { before: { ...before, published: "stalled" }, after: null };
    expect((await comparedWith(corrected(other))).problems).toHaveLength(1);
  });

  test("agree where a text was removed from a frozen view since, which then names the hash that it had", async () => {
    const rows = ROWS.map(([table, row]): (typeof ROWS)[number] => {
      if (table === "views") return [table, { hash: "new", earlierHashes: '["view"]' }];
      return [table, table === "view_files" ? { ...row, viewHash: "new" } : row];
    });
    expect((await comparedWith(rows)).problems).toEqual([]);
  });
});

describe("arguments", () => {
  test.each([
    [[], { file: null, url: null }],
    [["a.jsonl"], { file: "a.jsonl", url: null }],
    [["a.jsonl", "--url", "https://signpost.example.org/x"], { file: "a.jsonl", url: "https://signpost.example.org" }],
  ])("%j are read", (args, expected) => {
    expect(readFileArgs(args, "Usage")).toEqual(expected);
  });

  test.each([[["a", "b"]], [["a", "--url", "example.org"]], [["--other"]]])("%j are refused with the usage", (args) => {
    expect(() => readFileArgs(args, "Usage: ...")).toThrow("Usage: ...");
  });

  test("an address without a key asks for one", () => {
    expect(() => remote("https://signpost.example.org", "")).toThrow("Set SIGNPOST_KEY to an owner's access key");
  });
});
