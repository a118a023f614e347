import { applyD1Migrations } from "cloudflare:test";
import { env } from "cloudflare:workers";

/** What all migrations together make of an empty database: each statement as SQLite keeps it, and their own list. */
let schema: { statements: string[]; applied: string[] } | null = null;

const OWN = "name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'";

async function readSchema(): Promise<NonNullable<typeof schema>> {
  const [made, applied] = await env.DB.batch<{ sql: string; name: string }>([
    env.DB.prepare(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND ${OWN} ORDER BY type = 'table' DESC, rowid`,
    ),
    env.DB.prepare("SELECT name FROM d1_migrations ORDER BY id"),
  ]);
  return {
    statements: (made?.results ?? []).map(({ sql }) => sql),
    applied: (applied?.results ?? []).map(({ name }) => name),
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

/** Gives an empty, migrated database: migrated step by step once, from then on made in one batch. */
export async function freshDatabase(): Promise<void> {
  await Promise.all([emptyDatabase(), emptyBucket()]);
  if (schema === null) {
    await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
    schema = await readSchema();
    return;
  }
  const names = JSON.stringify(schema.applied);
  await env.DB.batch([
    ...schema.statements.map((sql) => env.DB.prepare(sql)),
    env.DB.prepare("INSERT INTO d1_migrations (name) SELECT value FROM json_each(?1)").bind(names),
  ]);
}
