import { serveScript } from "../serve-script.mjs";

const TABLES = [
  "CREATE TABLE bodies (name TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT",
  `CREATE TABLE events (id INTEGER PRIMARY KEY, date TEXT, indicator TEXT, code TEXT, title TEXT, score REAL,
    weight REAL, actors TEXT, location TEXT, source TEXT, url TEXT, notes TEXT) STRICT`,
  "CREATE TABLE rollup (indicator TEXT, month TEXT, n INTEGER, points REAL, PRIMARY KEY (indicator, month)) STRICT",
];

/**
 * Serves the floor with `count` events.
 * @param {{ folder: string, count: number, event: Record<string, unknown> }} options `event` is what each row holds
 */
export async function startFloor({ folder, count, event }) {
  const { miniflare, origin, stop } = await serveScript({
    name: "floor",
    entry: "bench/floor/worker.mjs",
    folder,
    env: { DB: { type: "d1", id: "floor", dev: { remote: false } } },
  });
  const d1 = await miniflare.getD1Database("DB", "floor");
  await d1.batch([...TABLES.map((sql) => d1.prepare(sql)), fill(d1, count, event)]);
  await d1.prepare("CREATE INDEX events_date ON events (date, id)").run();
  return {
    origin,
    stop,
    /** Gives the row `name` a body of that many bytes. */
    setBody: (name, bytes) =>
      d1.prepare("INSERT OR REPLACE INTO bodies VALUES (?1, ?2)").bind(name, "x".repeat(bytes)).run(),
  };
}

/** `count` rows over 192 months that differ in id and date only. */
function fill(d1, count, event) {
  const { date: _date, ...rest } = event;
  const names = Object.keys(rest);
  return d1
    .prepare(
      `WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ?1)
       INSERT INTO events (date, ${names})
       SELECT printf('%d-%02d-%02d', 2010 + n * 13 % 192 / 12, n * 13 % 12 + 1, n * 11 % 28 + 1),
         ${names.map((_, index) => `?${index + 2}`)} FROM c`,
    )
    .bind(count, ...Object.values(rest));
}
