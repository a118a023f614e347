export interface Migration {
  name: string;
  statements: string[];
}

/** The table in which `wrangler d1 migrations` notes what it applied: either may go on where the other stopped. */
const TABLE = `CREATE TABLE IF NOT EXISTS d1_migrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`;

/** Applies what is not noted yet, each migration and its note as one transaction. Returns the names of those applied. */
export async function applyMigrations(d1: D1Database, migrations: Migration[]): Promise<string[]> {
  await d1.prepare(TABLE).run();
  const noted = await d1.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
  const known = new Set(noted.results.map(({ name }) => name));
  const pending = migrations.filter(({ name }) => !known.has(name));
  for (const { name, statements } of pending) {
    const note = d1.prepare("INSERT INTO d1_migrations (name) VALUES (?1)").bind(name);
    await d1.batch([...statements.map((sql) => d1.prepare(sql)), note]);
  }
  return pending.map(({ name }) => name);
}
