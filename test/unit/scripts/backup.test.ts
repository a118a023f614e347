import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readFileArgs } from "../../../scripts/backup/args.mjs";
import { BACKUP_TABLES } from "../../../worker/core/backup";
import { SOURCES } from "../../../worker/store/backup-rows";
import { columnsOf } from "../../../worker/store/bulk";
import { compare } from "../../../scripts/backup/compare.mjs";
import { checkFile, readLines } from "../../../scripts/backup/lines.mjs";
import { remote } from "../../../scripts/backup/remote.mjs";

const folder = mkdtempSync(join(tmpdir(), "signpost-lines-"));
const file = join(folder, "backup.jsonl");
afterAll(() => rmSync(folder, { recursive: true }));

type Rows = [string, Record<string, unknown>][];

const HEADS = { one: [2, "b"] };
const ENTRY = {
  scenario: "one",
  revision: 1,
  ordinal: 0,
  kind: "event",
  subject: "E-1",
  version: 1,
  op: "record",
  payload: "{}",
  texts: '{"title":["salt","A title"],"notes":["pepper","A note"]}',
  hash: "c",
};
/** Every table of a backup with every field. */
const ROWS: Rows = [
  ["analysts", { id: "ada", name: "Ada", role: "owner", disabledAt: null, createdAt: 1, email: "ada@example.org" }],
  ["signing_keys", { id: "key", publicKey: "public", firstUsedAt: 1 }],
  ["commits", commit(1, "", "a")],
  ["commits", commit(2, "a", "b")],
  ["entries", ENTRY],
  [
    "views",
    {
      hash: "view",
      scenario: "one",
      revision: 2,
      asOf: "2025-11-30",
      body: "bytes",
      kept: true,
      createdAt: 1,
      earlierHashes: "[]",
      headHash: "b",
      signature: "signed",
      signingKey: "key",
      signedAt: 1,
    },
  ],
  ["view_files", { viewHash: "view", part: 0, body: "bytes" }],
  ["view_images", { viewHash: "view", body: "bytes" }],
  [
    "said_months",
    {
      scenario: "one",
      month: "2025-10",
      revision: 2,
      published: "holding",
      index: 1.5,
      recordedAt: 1,
      correctedIn: null,
    },
  ],
  [
    "scenarios",
    {
      slug: "one",
      registration: '{"title":"One"}',
      version: 1,
      headRevision: 2,
      headHash: "b",
      refPrefix: "E-",
      nextRef: 2,
      createdAt: 1,
    },
  ],
  [
    "snapshots",
    {
      id: "link",
      scenario: "one",
      purpose: "publication",
      fields: "{}",
      tokenHash: "token",
      viewHash: "view",
      revision: 2,
      asOf: "2025-11-30",
      title: "A link",
      note: "",
      createdAt: 1,
      createdBy: "ada",
      expiresAt: null,
      pausedAt: null,
      passphraseMac: null,
      viewCap: null,
      opens: 1,
      lastOpenedAt: 1,
      since: true,
      feeds: false,
      notices: "[]",
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawnReason: "",
    },
  ],
];

function commit(revision: number, previous: string, hash: string): Record<string, unknown> {
  const counts = { entryCount: 1, recorded: 1, corrected: 0, retracted: 0 };
  return { scenario: "one", revision, who: "ada", at: 1, reason: "", ...counts, previous, hash };
}

/** These rows with those of one table changed. */
function changed(table: string, change: (row: Record<string, unknown>) => Record<string, unknown>, rows = ROWS): Rows {
  return rows.map(([name, row]) => [name, name === table ? change(row) : row]);
}

/** Lines of a backup of these rows, as the worker seals them. */
function linesOf(rows: Rows): string[] {
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

function write(rows: Rows): string[] {
  const lines = linesOf(rows);
  writeFileSync(file, `${lines.join("\n")}\n`);
  return lines;
}

/** The file of all rows beside an instance that has these. */
function comparedWith(rows: Rows) {
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
    ["after the end", (lines: string[]) => [...lines, lines[1] ?? ""], "Line 14 of"],
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
    expect(await comparedWith(ROWS)).toMatchObject({ problems: [], changed: [], added: {}, more: false });
  });

  test("every table and field of a backup is compared", () => {
    const fields = BACKUP_TABLES.map((table) => [table, columnsOf(SOURCES[table].table).map(([field]) => field)]);
    const named = ROWS.map(([table, row]) => [table, Object.keys(row)] as const);
    expect(Object.fromEntries(named.map(([table, names]) => [table, names.toSorted()]))).toEqual(
      Object.fromEntries(fields.map(([table, names]) => [table, (names as string[]).toSorted()])),
    );
  });

  test.each(ROWS.map(([table, row], at) => [table, row, at] as const))(
    "are not where a row of %s is missing",
    async (table, _row, at) => {
      const { problems } = await comparedWith(ROWS.toSpliced(at, 1));
      expect([table, problems]).toEqual([table, [expect.stringMatching(/^The .* of the file is not here/)]]);
    },
  );

  const other = (value: unknown): unknown => {
    if (typeof value === "number") return value - 1;
    return typeof value === "boolean" ? !value : `${typeof value === "string" ? value.slice(0, -1) : ""}x`;
  };
  test.each(Object.entries(Object.fromEntries(ROWS)))(
    "are not where any field of %s is another",
    async (table, all) => {
      // Those that are JSON come below.
      for (const field of Object.keys(all).filter(
        (name) => !["texts", "earlierHashes", "registration"].includes(name),
      )) {
        const { problems, changed: told } = await comparedWith(
          changed(table, (row) => ({ ...row, [field]: other(row[field]) })),
        );
        expect([field, problems.length + told.length]).not.toEqual([field, 0]);
      }
    },
  );

  test.each([
    ["entries", { texts: '{"title":["salt","Another"],"notes":["pepper","A note"]}' }],
    ["entries", { texts: '{"title":null,"notes":["pepper","A note"]}' }],
    ["entries", { texts: '{"title":["salt","A title"]}' }],
    ["views", { earlierHashes: '["another"]' }],
    ["scenarios", { registration: '{"title":"Two"}' }],
  ])("are not where %s have %j", async (table, change) => {
    expect((await comparedWith(changed(table, (row) => ({ ...row, ...change })))).problems).toHaveLength(1);
  });

  test("differ in what people change of links and persons, which is told by name", async () => {
    const links = changed("snapshots", (row) => ({ ...row, passphraseMac: "guarded", tokenHash: "another", opens: 9 }));
    const rows = changed("analysts", (row) => ({ ...row, email: "eve@example.org", role: "viewer" }), links);
    expect(await comparedWith(rows)).toMatchObject({
      problems: [],
      changed: ['The person "Ada": role, e-mail address', 'The link "A link": address, passphrase'],
      more: true,
    });
  });

  test("agree where more was counted, signed or said since", async () => {
    write(changed("views", (row) => ({ ...row, signature: null, signingKey: null, signedAt: null })));
    const opened = changed("snapshots", (row) => ({ ...row, opens: 7, lastOpenedAt: 9 }));
    const grown = changed("scenarios", (row) => ({ ...row, headRevision: 3, headHash: "z", nextRef: 9 }), opened);
    const rows: Rows = [...grown, ["commits", commit(3, "b", "z")]];
    const found = await compare(async () => ({ lines: linesOf(rows), next: null }), file);
    expect(found).toMatchObject({ problems: [], changed: [], added: { commits: 1 }, more: true });
  });

  test("agree where a registration has its members in another order", async () => {
    write(changed("scenarios", (row) => ({ ...row, registration: '{"a":1,"b":2}' })));
    const rows = changed("scenarios", (row) => ({ ...row, registration: '{"b":2,"a":1}' }));
    expect((await compare(async () => ({ lines: linesOf(rows), next: null }), file)).more).toBe(false);
  });

  test("agree where the file is of a version that had not all fields", async () => {
    write(changed("snapshots", ({ feeds: _feeds, since: _since, ...row }) => row));
    expect(await compare(async () => ({ lines: linesOf(ROWS), next: null }), file)).toMatchObject({
      problems: [],
      more: false,
    });
  });

  test("agree where a text was removed since, as the ledger says, and only there", async () => {
    const removal = (field: string): Rows => [
      ...changed("entries", (row) => ({ ...row, texts: '{"title":null,"notes":["pepper","A note"]}' })),
      [
        "entries",
        {
          ...ENTRY,
          revision: 3,
          kind: "redaction",
          subject: "event:E-1",
          payload: JSON.stringify({ facts: { fields: [field] }, texts: {} }),
          texts: "{}",
          hash: "d",
        },
      ],
    ];
    expect((await comparedWith(removal("title"))).problems).toEqual([]);
    expect((await comparedWith(removal("notes"))).problems).toHaveLength(1);
  });

  test("agree where a record of a month-end was put right since, as the ledger says", async () => {
    const before = { revision: 2, published: "holding", index: 1.5 };
    const corrected = (facts: object): Rows => [
      ...changed("said_months", (row) => ({ ...row, revision: 1, correctedIn: 3 })),
      [
        "entries",
        {
          ...ENTRY,
          revision: 3,
          kind: "said",
          payload: JSON.stringify({ facts: { month: "2025-10", ...facts }, texts: {} }),
          texts: "{}",
          hash: "d",
        },
      ],
    ];
    expect((await comparedWith(corrected({ before, after: { ...before, revision: 1 } }))).problems).toEqual([]);
    const another = { before: { ...before, published: "stalled" }, after: null };
    expect((await comparedWith(corrected(another))).problems).toHaveLength(1);
  });

  test("agree where a text was removed from a frozen view since, which then names the hash that it had", async () => {
    const renamed = (change: object): Rows => {
      const views = changed("views", (row) => ({ ...row, hash: "new", earlierHashes: '["view"]', ...change }));
      const files = changed("view_files", (row) => ({ ...row, viewHash: "new", body: "others" }), views);
      const images = changed("view_images", (row) => ({ ...row, viewHash: "new" }), files);
      return changed("snapshots", (row) => ({ ...row, viewHash: "new" }), images);
    };
    expect((await comparedWith(renamed({ body: "others" }))).problems).toEqual([]);
    expect((await comparedWith(renamed({ asOf: "2025-12-31" }))).problems).toHaveLength(1);
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
