import { and, desc, eq, count, sql } from "drizzle-orm";
import { monthOf } from "../core/months";
import type { EventReview, Month } from "../core/types";
import type { Database } from "./database";
import { fromEventRow, type EventRow, type StoredEvent } from "./event-rows";
import { inDateRange } from "./events";
import { events } from "./schema";

/** The newest events by date that stand like this, by the index on it. */
export async function newestStanding(
  db: Database,
  scenario: string,
  review: EventReview,
  limit: number,
): Promise<StoredEvent[]> {
  const [rows] = await db.query.batch([
    db.query
      .select()
      .from(events)
      .where(and(eq(events.scenario, scenario), eq(events.review, review), sql`status = 'active'`))
      .orderBy(desc(events.date), desc(events.ref))
      .limit(limit),
  ]);
  return rows.map(fromEventRow);
}

/** How many of a month's events nobody else has looked at; reads those only. */
export async function countUnreviewed(db: Database, scenario: string, month: Month): Promise<number> {
  const [[row]] = await db.query.batch([
    db.query
      .select({ n: count() })
      .from(events)
      .where(
        and(
          eq(events.scenario, scenario),
          eq(events.review, "unreviewed"),
          sql`status = 'active'`,
          ...inDateRange({ from: month, to: month }),
        ),
      ),
  ]);
  return row?.n ?? 0;
}

export type OpenThreadRow = Pick<EventRow, "ref" | "date" | "title" | "indicator"> & { plannedFor: string };

/** So many plans are looked at, the latest first. */
const PLANS = 100;

/** Announcements whose day, or month, is over with no event that stands following them; the latest plan first. */
export async function openThreads(db: Database, scenario: string, today: string): Promise<OpenThreadRow[]> {
  // As texts, the current month comes before today and is not over yet. The index is named, or the whole log would be read.
  const statement = db.d1
    .prepare(
      `SELECT p.ref, p.date, p.title, p.indicator, p.planned_for AS plannedFor
       FROM (
         SELECT ref, date, title, indicator, planned_for FROM events
         WHERE scenario = ?1 AND status = 'active' AND planned_for IS NOT NULL AND planned_for < ?2 AND planned_for <> ?3
         ORDER BY planned_for DESC LIMIT ${PLANS}
       ) AS p
       WHERE NOT EXISTS (
         SELECT 1 FROM events AS f INDEXED BY events_follows
         WHERE f.scenario = ?1 AND f.follows = p.ref AND f.status = 'active' AND f.ref <> p.ref
       )
       ORDER BY p.planned_for DESC, p.ref`,
    )
    .bind(scenario, today, monthOf(today));
  const [result] = await db.d1.batch<OpenThreadRow>([statement]);
  return result?.results ?? [];
}
