import { and, asc, count, eq, gt, gte, inArray, lte, sql, type SQL } from "drizzle-orm";
import { dateBounds, type DateRange } from "../core/date-range";
import type { EventReview, Month, ValidDate } from "../core/types";
import type { Database } from "./database";
import { fromEventRow, type StoredEvent } from "./event-rows";
import { events } from "./schema";

export interface EventFilter extends DateRange {
  indicator?: string | undefined;
  code?: string | undefined;
  /** Admiralty grade: a letter, a number, or both. */
  grade?: string | undefined;
  /** Ids of analysts. */
  by?: string[] | undefined;
  review?: EventReview | undefined;
  q?: string | undefined;
  status?: "active" | "retracted" | "all" | undefined;
}

/** Where a page ends: the key of its last row, so that the next one starts right after it whatever was added. */
export interface EventCursor {
  date: string;
  ref: string;
}

/** Events whose date overlaps a range, as conditions on the date that lead SQLite to an index on it. */
export function inDateRange(range: DateRange): SQL[] {
  const { month, firstDay, last } = dateBounds(range);
  const all: SQL[] = [];
  if (month !== null) all.push(gte(events.date, month));
  // The days before the first are cut after that; from the first of a month on there are none.
  if (firstDay !== null && !firstDay.endsWith("-01")) {
    all.push(sql`(length(${events.date}) = 7 or ${events.date} >= ${firstDay})`);
  }
  if (last !== null) all.push(lte(events.date, last));
  return all;
}

function conditions(scenario: string, filter: EventFilter): SQL[] {
  const all: SQL[] = [eq(events.scenario, scenario)];
  const status = filter.status ?? "active";
  // Written out where it can be: a bound value would keep partial indexes from being used.
  if (status === "active") all.push(sql`status = 'active'`);
  else if (status !== "all") all.push(eq(events.status, status));
  if (filter.indicator) all.push(eq(events.indicator, filter.indicator));
  if (filter.code) all.push(eq(events.code, filter.code));
  if (filter.review) all.push(eq(events.review, filter.review));
  all.push(...inDateRange(filter));
  if (filter.by) all.push(inArray(events.who, filter.by));
  const [letter] = filter.grade?.match(/[A-F]/) ?? [];
  const [digit] = filter.grade?.match(/[1-6]/) ?? [];
  if (letter) all.push(sql`${events.sourceReliability} = ${letter}`);
  if (digit) all.push(eq(events.infoCredibility, Number(digit)));
  const text = filter.q ? textCondition(filter.q) : undefined;
  if (text) all.push(text);
  return all;
}

/** SQLite lowers ASCII letters only: in other scripts a word is looked for as it is typed, small, capitalised and in capitals. */
function spellings(word: string): string[] {
  const small = word.toLowerCase();
  const [first = "", ...rest] = small;
  return [...new Set([word, small, first.toUpperCase() + rest.join(""), word.toUpperCase()])];
}

/** D1 limits a LIKE pattern to 50 bytes, so words are found with instr, which has no such limit. */
function textCondition(q: string): SQL | undefined {
  const columns = [events.title, events.notes, events.sourceTitle, events.location, events.ref, events.project];
  const haystack = sql.join(columns, sql` || ' ' || `);
  const words = q.split(/\s+/).filter(Boolean).slice(0, 10);
  const found = (word: string): SQL =>
    // Of plain letters SQLite finds every case by itself.
    /^[\x20-\x7e]*$/.test(word)
      ? sql`instr(lower(${haystack}), ${word.toLowerCase()}) > 0`
      : sql`(${sql.join(
          spellings(word).map((one) => sql`instr(${haystack}, ${one}) > 0`),
          sql` or `,
        )})`;
  return and(...words.map(found));
}

/** One page of events, newest valid date first. */
export async function listEvents(
  db: Database,
  scenario: string,
  filter: EventFilter,
  limit: number,
  cursor?: EventCursor,
): Promise<StoredEvent[]> {
  // One comparison of pairs: written as OR, every newer row would be read.
  const after = cursor ? sql`(${events.date}, ${events.ref}) < (${cursor.date}, ${cursor.ref})` : undefined;
  const [rows] = await db.query.batch([
    db.query
      .select()
      .from(events)
      .where(and(...conditions(scenario, filter), after))
      .orderBy(sql`${events.date} desc, ${events.ref} desc`)
      .limit(limit),
  ]);
  return rows.map(fromEventRow);
}

/** Above this many, a count says no more than that. */
const COUNTED = 1000;

/** How many events fit a filter, or null where they are more than 1,000. */
export async function countEvents(db: Database, scenario: string, filter: EventFilter): Promise<number | null> {
  const fitting = db.query
    .select({ one: sql`1`.as("one") })
    .from(events)
    .where(and(...conditions(scenario, filter)))
    // The order of the list leads SQLite to the list's index; without it, it reads the whole log by its key.
    .orderBy(sql`${events.date} desc, ${events.ref} desc`)
    .limit(COUNTED + 1)
    .as("fitting");
  const [[row]] = await db.query.batch([db.query.select({ n: count() }).from(fitting)]);
  const n = row?.n ?? 0;
  return n > COUNTED ? null : n;
}

/** The earliest date of a current event from a month on; one row, by the index on dates. Null where there is none. */
export async function firstDate(db: Database, scenario: string, from: Month): Promise<ValidDate | null> {
  const [[row]] = await db.query.batch([
    db.query
      .select({ date: events.date })
      .from(events)
      .where(and(eq(events.scenario, scenario), sql`status = 'active'`, gte(events.date, from)))
      .orderBy(asc(events.date), asc(events.ref))
      .limit(1),
  ]);
  return row?.date ?? null;
}

export async function findEvent(db: Database, scenario: string, ref: string): Promise<StoredEvent | null> {
  const [[row]] = await db.query.batch([
    db.query
      .select()
      .from(events)
      .where(and(eq(events.scenario, scenario), eq(events.ref, ref))),
  ]);
  return row ? fromEventRow(row) : null;
}

export async function findByClientId(db: Database, scenario: string, clientId: string): Promise<StoredEvent | null> {
  const [[row]] = await db.query.batch([
    db.query
      .select()
      .from(events)
      .where(and(eq(events.scenario, scenario), eq(events.clientId, clientId))),
  ]);
  return row ? fromEventRow(row) : null;
}

/** The current versions of many references at once, as one JSON parameter. */
export async function findEvents(db: Database, scenario: string, refs: string[]): Promise<Map<string, StoredEvent>> {
  const wanted = sql`(select value from json_each(${JSON.stringify(refs)}))`;
  const [rows] = await db.query.batch([
    db.query
      .select()
      .from(events)
      .where(and(eq(events.scenario, scenario), inArray(events.ref, wanted))),
  ]);
  return new Map(rows.map((row) => [row.ref, fromEventRow(row)]));
}

/** Every event of a scenario in pages by reference; for exports and the O(events) path. */
export async function* allEvents(db: Database, scenario: string, pageSize = 1000): AsyncGenerator<StoredEvent[]> {
  let last = "";
  for (;;) {
    const [rows] = await db.query.batch([
      db.query
        .select()
        .from(events)
        .where(and(eq(events.scenario, scenario), gt(events.ref, last)))
        .orderBy(asc(events.ref))
        .limit(pageSize),
    ]);
    if (rows.length > 0) yield rows.map(fromEventRow);
    const end = rows.at(-1);
    if (!end || rows.length < pageSize) return;
    last = end.ref;
  }
}
