import { gte } from "drizzle-orm";
import type { Database } from "./database";
import { usageDays } from "./schema";

export type UsageDay = typeof usageDays.$inferSelect;

const ENOUGH_REQUESTS = 500;
const LONG_ENOUGH_MS = 60_000;

/** What this isolate has answered and read, and not written yet; it is lost if the isolate ends before. */
const tally = { day: "", requests: 0, rowsRead: 0, rowsWritten: 0, since: 0 };
/** Of days that are over. */
const over: UsageDay[] = [];

/** Counts what one batch cost; called wherever the database is asked. */
export function tallyRows(rowsRead: number, rowsWritten: number): void {
  tally.rowsRead += rowsRead;
  tally.rowsWritten += rowsWritten;
}

/** Counts one request; true when it is time to write the tally, which is so at most once a minute or each 500 requests. */
export function tallyRequest(day: string, now: number): boolean {
  turnTo(day, now);
  tally.requests += 1;
  return tally.requests >= ENOUGH_REQUESTS || now - tally.since >= LONG_ENOUGH_MS;
}

/** Whatever is counted from here on belongs to this day. */
export function turnTo(day: string, now: number): void {
  if (tally.since === 0) tally.since = now;
  if (tally.day !== "" && tally.day !== day) over.push(take());
  tally.day = day;
}

function take(): UsageDay {
  const { day, requests, rowsRead, rowsWritten } = tally;
  Object.assign(tally, { requests: 0, rowsRead: 0, rowsWritten: 0 });
  return { day, requests, rowsRead, rowsWritten };
}

/** Adds the tally to the counts of its days: one row each. What could not be written is kept for the next time. */
export async function writeUsage({ d1 }: Database, day: string, now: number): Promise<void> {
  turnTo(day, now);
  tally.since = now;
  const days = [...over.splice(0), take()];
  const add = d1.prepare(
    `INSERT INTO usage_days (day, requests, rows_read, rows_written) VALUES (?1, ?2, ?3, ?4)
     ON CONFLICT (day) DO UPDATE SET requests = requests + excluded.requests,
     rows_read = rows_read + excluded.rows_read, rows_written = rows_written + excluded.rows_written`,
  );
  try {
    await d1.batch(days.map((one) => add.bind(one.day, one.requests, one.rowsRead, one.rowsWritten)));
  } catch (error) {
    over.push(...days);
    throw error;
  }
}

/** What was counted on each day from this one on. */
export async function usageSince(db: Database, day: string): Promise<UsageDay[]> {
  const [rows] = await db.query.batch([
    db.query.select().from(usageDays).where(gte(usageDays.day, day)).orderBy(usageDays.day),
  ]);
  return rows;
}
