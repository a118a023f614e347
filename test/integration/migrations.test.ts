import { applyD1Migrations } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { emptyDatabase } from "./fresh";

const [ledger, appendOnly, ...later] = env.TEST_MIGRATIONS;
/** Tables that the migrations after the first two may change; all others keep exactly their rows. */
const REPLACED = ["month_codes", "month_code_counts", "year_codes", "view_cache", "d1_migrations"];

/** Of each migration what it does to the number of rows that are there before it; it changes no other. */
const CHANGED: Record<string, Record<string, number | null>> = {
  // The counts by month move to another table, which is compared below; null: the table goes.
  "0002_verdicts.sql": { month_codes: null, view_cache: 0 },
  "0003_discussion.sql": { view_cache: 0 },
  "0011_said.sql": { view_cache: 0 },
};

/** Codebook entries as logged by month before the counts by year were kept. */
const MONTH_CODES = [
  ["one", "visit", "held", "2012-10", 2],
  ["one", "visit", "held", "2012-12", 3],
  ["one", "visit", "held", "2013-01", 4],
  ["one", "visit", "cancelled", "2012-10", 1],
  ["two", "visit", "held", "2012-10", 5],
];

/** The rows of a table, in the order of their values. */
async function rowsOf(table: string): Promise<unknown[][]> {
  const rows = await env.DB.prepare(`SELECT * FROM "${table}"`).raw<unknown[]>();
  return rows.toSorted((a, b) => (String(a) < String(b) ? -1 : 1));
}

async function counts(): Promise<Record<string, number>> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '_cf_*'",
  ).all<{ name: string }>();
  const found: Record<string, number> = {};
  for (const { name } of results) found[name] = (await rowsOf(name)).length;
  return found;
}

/** Values that no two rows share, and that each column's type takes. */
function invented(type: string, row: number): string {
  return { TEXT: `'${String.fromCodePoint(97 + row)}'`, INTEGER: `${row + 1}`, REAL: `${row}.5` }[type] ?? `x'0${row}'`;
}

/** Adds rows of invented values to a table. */
async function addRows(table: string, count: number): Promise<void> {
  const { results } = await env.DB.prepare(`SELECT type FROM pragma_table_info('${table}')`).all<{ type: string }>();
  for (let row = 0; row < count; row += 1) {
    const values = results.map(({ type }) => invented(type, row));
    await env.DB.prepare(`INSERT INTO "${table}" VALUES (${values.join(", ")})`).run();
  }
}

/** A row of invented values in every table of the first migrations, and the counts above. */
async function fill(): Promise<void> {
  for (const table of Object.keys(await counts())) if (!REPLACED.includes(table)) await addRows(table, 1);
  const insert = env.DB.prepare("INSERT INTO month_codes VALUES (?1, ?2, ?3, ?4, ?5)");
  await env.DB.batch(MONTH_CODES.map((row) => insert.bind(...row)));
  await env.DB.prepare("INSERT INTO view_cache VALUES ('one', 'today', 1, 'hash')").run();
}

beforeEach(async () => {
  await emptyDatabase();
  if (!ledger || !appendOnly) throw new Error("The first two migrations are missing");
  await applyD1Migrations(env.DB, [ledger, appendOnly]);
  await fill();
});

test("a database with rows keeps them all, table by table", async () => {
  const before = await counts();
  expect(Object.values(before).every((count) => count > 0)).toBe(true);
  await applyD1Migrations(env.DB, later);
  const after = await counts();
  for (const [table, count] of Object.entries(before)) {
    if (!REPLACED.includes(table)) expect(after[table], table).toBe(count);
  }
  expect((await rowsOf("evidence"))[0]?.at(-1)).toBe("active");
});

test("counts by month move to the new key, and those by year are their sums", async () => {
  await applyD1Migrations(env.DB, later);
  expect(await rowsOf("month_code_counts")).toEqual([
    ["one", "2012-10", "visit", "cancelled", 1],
    ["one", "2012-10", "visit", "held", 2],
    ["one", "2012-12", "visit", "held", 3],
    ["one", "2013-01", "visit", "held", 4],
    ["two", "2012-10", "visit", "held", 5],
  ]);
  expect(await rowsOf("year_codes")).toEqual([
    ["one", "2012", "visit", "cancelled", 1],
    ["one", "2012", "visit", "held", 5], // 2 + 3
    ["one", "2013", "visit", "held", 4],
    ["two", "2012", "visit", "held", 5],
  ]);
  expect(await counts()).not.toHaveProperty("month_codes");
});

test("stored answers without verdicts are drawn up anew", async () => {
  await applyD1Migrations(env.DB, later);
  expect(await rowsOf("view_cache")).toEqual([]);
});

test("links of before stay as open as they were, share what they shared, and wait for a signature", async () => {
  await applyD1Migrations(env.DB, later);
  expect(await env.DB.prepare("SELECT * FROM snapshots").first()).toMatchObject({
    id: "a",
    purpose: "publication",
    fields: '{"sources":true,"monthNote":true,"notes":true,"names":false,"forecasts":false}',
    expires_at: null,
    paused_at: null,
    passphrase_mac: null,
    view_cap: null,
    opens: 0,
    since: 1,
    notices: "[]",
  });
  const view = await env.DB.prepare("SELECT head_hash, signature, signing_key, signed_at FROM views").first();
  expect(view).toEqual({ head_hash: "", signature: null, signing_key: null, signed_at: null });
  for (const table of ["signing_keys", "view_images"]) expect(await rowsOf(table)).toEqual([]);
});

describe("each migration on a database full of rows of the version before", () => {
  const files = env.TEST_MIGRATIONS.map(({ name }, at) => [name, at] as const).slice(1);

  test.each(files)(
    "%s keeps the number of rows of each table, but for what it is meant to change",
    async (name, at) => {
      await emptyDatabase();
      await applyD1Migrations(env.DB, env.TEST_MIGRATIONS.slice(0, at));
      const tables = Object.keys(await counts()).filter((table) => table !== "d1_migrations");
      // Another number in each, so that rows that went astray are seen.
      for (const [order, table] of tables.entries()) await addRows(table, 2 + (order % 4));
      const before = await counts();
      expect(tables.filter((table) => (before[table] ?? 0) < 2)).toEqual([]);
      await applyD1Migrations(env.DB, env.TEST_MIGRATIONS.slice(0, at + 1));
      const after = await counts();
      const meant = CHANGED[name] ?? {};
      const expected = tables.map((table) => [table, meant[table] === undefined ? before[table] : meant[table]]);
      expect(tables.map((table) => [table, after[table] ?? null])).toEqual(expected);
    },
  );
});
