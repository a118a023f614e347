import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { bundleScript } from "../bundle.mjs";
import { choicesOf, eventContent } from "./events.mjs";
import { d1On } from "./sqlite-d1.mjs";

/** As large as a large import: the rollup is then added to once for many events. */
const EVENTS_A_COMMIT = 5_000;

/**
 * Logs `count` events in the stopped instance in `dataDir`, by the worker's own code on the database file: ledger,
 * hashes, current versions and rollup are what `count` events sent over HTTP would have left.
 *
 * Indexes and triggers are taken off meanwhile and put back from their own SQL; with them, and over HTTP, a million
 * events take hours.
 * @param {{ dataDir: string, slug: string, who: string, count: number, scratch: string }} options
 */
export async function seed({ dataDir, slug, who, count, scratch }) {
  const worker = await import(pathToFileURL(await bundleScript("bench/seed/product-code.mjs", scratch)).href);
  const sqlite = new DatabaseSync(databaseFile(dataDir));
  try {
    sqlite.exec("PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; BEGIN");
    const restore = takeOff(sqlite);
    const context = { db: worker.openDatabase(d1On(sqlite)), who, now: Date.parse("2025-12-31T12:00:00Z") };
    for (let done = 0; done < count; done += EVENTS_A_COMMIT) {
      const scenario = await worker.requireScenario(context.db, slug);
      const choices = choicesOf(scenario.registration);
      let counter = scenario;
      const requests = Array.from({ length: Math.min(EVENTS_A_COMMIT, count - done) }, (_, index) => {
        const next = worker.nextRef(counter);
        counter = next.counter;
        const content = eventContent(choices, done + index);
        return { op: "record", ref: next.ref, content, clientId: null, current: null };
      });
      await worker.commitEvents(context, scenario, "Seeded", requests, counter);
    }
    restore();
    sqlite.exec("COMMIT; PRAGMA journal_mode = WAL");
  } finally {
    sqlite.close();
  }
}

/** Drops indexes and triggers of the tables that grow; returns what puts them back. */
function takeOff(sqlite) {
  const parts = sqlite
    .prepare(
      "SELECT type, name, sql FROM sqlite_master WHERE tbl_name IN ('events', 'entries') AND type <> 'table' AND sql <> ''",
    )
    .all();
  for (const { type, name } of parts) sqlite.exec(`DROP ${type} "${name}"`);
  return () => parts.forEach(({ sql }) => sqlite.exec(sql));
}

/** @param {string} dataDir */
export function databaseFile(dataDir) {
  const folder = join(dataDir, "v3/d1");
  const file = readdirSync(folder, { recursive: true }).find((name) => /[0-9a-f]{64}\.sqlite$/.test(name));
  if (file === undefined) throw new Error(`There is no database under ${folder}`);
  return join(folder, file);
}
