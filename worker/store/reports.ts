import { and, asc, eq } from "drizzle-orm";
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

export function reportStatements(d1: D1Database, rows: ReportRow[]): D1PreparedStatement[] {
  return insertRows(d1, reports, rows, UPSERT);
}
