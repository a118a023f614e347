import { env } from "cloudflare:workers";

/** Tables of what is computed from others, or counted, or queued after a reply: they may be filled in at any time. */
const COMPUTED = ["view_cache", "verdicts", "views", "usage_days", "webhook_deliveries"];
let names: string[] | undefined;

async function tables(): Promise<string[]> {
  if (names) return names;
  const sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name";
  const { results } = await env.DB.prepare(sql).all<{ name: string }>();
  names = results.map(({ name }) => name).filter((name) => !COMPUTED.includes(name) && !name.startsWith("sqlite"));
  return names;
}

/** Ledger heads, and how many rows each table holds, as one text: the same while nothing was written. */
export async function standOf(): Promise<string> {
  const heads = env.DB.prepare("SELECT slug, head_revision, head_hash FROM scenarios ORDER BY slug");
  const all = (await tables()).map((name) => `(SELECT count(*) FROM "${name}") AS "${name}"`);
  const results = await env.DB.batch([heads, env.DB.prepare(`SELECT ${all.join(", ")}`)]);
  return JSON.stringify(results.map(({ results: rows }) => rows));
}
