import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { insertRows, replaceColumns } from "./bulk";
import type { Database } from "./database";
import type { ReportRow } from "./discussion-rows";
import { reports } from "./schema";

const KEY = ["scenario", "event", "number"];
const UPSERT = `("scenario", "event", "number") DO UPDATE SET ${replaceColumns(reports, KEY)}`;

/** All further sources of an event in the order added, also those taken back: a number is never used twice. */
export async function reportsOf(db: Database, scenario: string, event: string): Promise<ReportRow[]> {
  const [rows] = await db.query.batch([
    db.query
      .select()
      .from(reports)
      .where(and(eq(reports.scenario, scenario), eq(reports.event, event)))
      .orderBy(asc(reports.number)),
  ]);
  return rows;
}

/** The further sources that stand of many events at once, by reference, each event's in the order added. */
export async function reportsByEvent(
  db: Database,
  scenario: string,
  refs: string[],
): Promise<Map<string, ReportRow[]>> {
  const wanted = sql`(select value from json_each(${JSON.stringify(refs)}))`;
  const [rows] = await db.query.batch([
    db.query
      .select()
      .from(reports)
      .where(and(eq(reports.scenario, scenario), inArray(reports.event, wanted), eq(reports.status, "active")))
      .orderBy(asc(reports.event), asc(reports.number)),
  ]);
  return Map.groupBy(rows, ({ event }) => event);
}

export function reportStatements(d1: D1Database, rows: ReportRow[]): D1PreparedStatement[] {
  return insertRows(d1, reports, rows, UPSERT);
}
