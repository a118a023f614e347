import { applyD1Migrations } from "cloudflare:test";
import { env } from "cloudflare:workers";

interface Made {
  /** A table with its indexes and triggers, each statement as SQLite keeps it. */
  statements: Map<string, string[]>;
  /** The list of migrations that were applied. */
  applied: string[];
  /** The same text for the same tables and list, in whatever order the tables were made. */
  whole: string;
}

/** What all migrations together make of an empty database. */
let made: Made | null = null;

const OWN = "name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'";
const SCHEMA = `SELECT tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND ${OWN} ORDER BY type = 'table' DESC, rowid`;
const LIST = "d1_migrations";

async function readSchema(): Promise<Made> {
  const [schema, applied] = await env.DB.batch<{ tbl_name: string; sql: string; name: string }>([
    env.DB.prepare(SCHEMA),
    env.DB.prepare(`SELECT name FROM ${LIST} ORDER BY id`),
  ]);
  const rows = schema?.results ?? [];
  const byTable = Map.groupBy(rows, ({ tbl_name }) => tbl_name);
  return {
    statements: new Map([...byTable].map(([name, own]) => [name, own.map(({ sql }) => sql)])),
    applied: (applied?.results ?? []).map(({ name }) => name),
    whole: JSON.stringify([rows.map(({ sql }) => sql).toSorted(), applied?.results]),
  };
}

/** Drops all tables, and with them their rows, indexes and triggers. */
export async function emptyDatabase(): Promise<void> {
  const tables = env.DB.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND ${OWN}`);
  const { results } = await tables.all<{ name: string }>();
  if (results.length > 0) await env.DB.batch(results.map(({ name }) => env.DB.prepare(`DROP TABLE "${name}"`)));
}

async function emptyBucket(): Promise<void> {
  const { objects } = await env.TEST_BUCKET.list();
  if (objects.length > 0) await env.TEST_BUCKET.delete(objects.map(({ key }) => key));
}

/** Gives an empty, migrated database: migrated step by step once, from then on only tables with rows are made anew. */
export async function freshDatabase(): Promise<void> {
  await emptyBucket();
  if (made === null) {
    await emptyDatabase();
    await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
    made = await readSchema();
    return;
  }
  const found = await readSchema().catch(() => null);
  if (found?.whole === made.whole) await makeAgain(await tablesWithRows(made));
  else {
    await emptyDatabase();
    await makeAgain([...made.statements.keys()], { areGone: true });
    const names = JSON.stringify(made.applied);
    await env.DB.prepare(`INSERT INTO ${LIST} (name) SELECT value FROM json_each(?1)`).bind(names).run();
  }
}

/** Asked in one round trip. */
async function tablesWithRows({ statements }: Made): Promise<string[]> {
  const names = [...statements.keys()].filter((name) => name !== LIST);
  const asked = names.map((name, i) => `EXISTS (SELECT 1 FROM "${name}") AS t${i}`).join(", ");
  const found = await env.DB.prepare(`SELECT ${asked}`).first<Record<string, number>>();
  return names.filter((_, i) => found?.[`t${i}`] === 1);
}

async function makeAgain(tables: string[], { areGone = false } = {}): Promise<void> {
  const statements = tables.flatMap((name) => [
    ...(areGone ? [] : [`DROP TABLE "${name}"`]),
    ...(made?.statements.get(name) ?? []),
  ]);
  if (statements.length > 0) await env.DB.batch(statements.map((sql) => env.DB.prepare(sql)));
}
