import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";

const [ledger, appendOnly, ...later] = env.TEST_MIGRATIONS;
/** Tables that a migration may change; all others keep exactly their rows. */
const REPLACED = ["month_codes", "month_code_counts", "year_codes", "view_cache", "d1_migrations"];

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

/** A row of invented values in every table of the first migrations, and the counts above. */
async function fill(): Promise<void> {
  for (const table of Object.keys(await counts())) {
    if (REPLACED.includes(table)) continue;
    const { results } = await env.DB.prepare(`SELECT name, type FROM pragma_table_info('${table}')`).all<{
      name: string;
      type: string;
    }>();
    const values = results.map(({ type }) => ({ TEXT: "'a'", INTEGER: "1", REAL: "0.5" })[type] ?? "x'00'");
    await env.DB.prepare(`INSERT INTO "${table}" VALUES (${values.join(", ")})`).run();
  }
  const insert = env.DB.prepare("INSERT INTO month_codes VALUES (?1, ?2, ?3, ?4, ?5)");
  await env.DB.batch(MONTH_CODES.map((row) => insert.bind(...row)));
  await env.DB.prepare("INSERT INTO view_cache VALUES ('one', 'today', 1, 'hash')").run();
}

beforeEach(async () => {
  await reset();
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
