import { and, desc, eq, ne, sql, type SQL } from "drizzle-orm";
import type { DateRange } from "../core/date-range";
import type { Database } from "./database";
import { fromEventRow, type StoredEvent } from "./event-rows";
import { inDateRange } from "./events";
import { events } from "./schema";

/** So many rows of a crowded month are compared; a constant, whatever the log holds. */
const COMPARED = 200;

const ACTIVE = sql`status = 'active'`;

export interface Neighbourhood {
  indicator: string;
  /** Days of the same indicator to look at, and of all others; null where no date is typed yet. */
  own: DateRange | null;
  others: DateRange | null;
  /** Spellings of the typed address. */
  urls: string[];
}

/** The events logged with one of these addresses. The index is named, or SQLite would look through the whole log. */
function withAddress(scenario: string, urls: string[]): SQL {
  const wanted = sql`(SELECT value FROM json_each(${JSON.stringify(urls)}))`;
  const refs = sql`SELECT ref FROM events INDEXED BY events_url
    WHERE scenario = ${scenario} AND source_url <> '' AND source_url IN ${wanted} LIMIT ${COMPARED}`;
  return sql`${events.ref} IN (${refs})`;
}

/** Current events that may be the one that is being typed. */
export async function findNeighbours(db: Database, scenario: string, near: Neighbourhood): Promise<StoredEvent[]> {
  const { query } = db;
  const active = and(eq(events.scenario, scenario), ACTIVE);
  const select = () => query.select().from(events);
  const own =
    near.own &&
    select()
      .where(and(active, eq(events.indicator, near.indicator), ...inDateRange(near.own)))
      .limit(COMPARED);
  const others =
    near.others &&
    // Its own first condition is on the date: without the plus SQLite would look through the other indicators one by one.
    select()
      .where(and(active, ...inDateRange(near.others), ne(sql`+${events.indicator}`, near.indicator)))
      .limit(COMPARED);
  const same = near.urls.length > 0 && select().where(and(active, withAddress(scenario, near.urls)));
  const found = [];
  for (const one of [own, others, same]) if (one) found.push(...(await query.batch([one]))[0]);
  return [...new Map(found.map((row) => [row.ref, fromEventRow(row)])).values()];
}

/** The event of a site that was recorded last, retracted ones too: its letter was given all the same. */
export async function lastOfSite(db: Database, scenario: string, site: string): Promise<StoredEvent | null> {
  const [[row]] = await db.query.batch([
    db.query
      .select()
      .from(events)
      .where(and(eq(events.scenario, scenario), sql`site <> ''`, eq(events.site, site)))
      .orderBy(desc(events.revision), desc(events.ref))
      .limit(1),
  ]);
  return row ? fromEventRow(row) : null;
}

/** The first event logged with one of these addresses. */
export async function findByUrl(db: Database, scenario: string, urls: string[]): Promise<StoredEvent | null> {
  const [[row]] = await db.query.batch([
    db.query
      .select()
      .from(events)
      .where(and(eq(events.scenario, scenario), withAddress(scenario, urls)))
      .limit(1),
  ]);
  return row ? fromEventRow(row) : null;
}

/** The projects named so far, in order, one row read for each: the index is skipped through. */
export async function listProjects(db: Database, scenario: string): Promise<string[]> {
  const statement = db.d1
    .prepare(
      `WITH RECURSIVE p(name) AS (
         SELECT min(project) FROM events WHERE scenario = ?1 AND project <> ''
         UNION ALL
         SELECT (SELECT min(project) FROM events WHERE scenario = ?1 AND project <> '' AND project > p.name)
         FROM p WHERE p.name IS NOT NULL
       )
       SELECT name FROM p WHERE name IS NOT NULL LIMIT 500`,
    )
    .bind(scenario);
  const [result] = await db.d1.batch<{ name: string }>([statement]);
  return (result?.results ?? []).map(({ name }) => name);
}
