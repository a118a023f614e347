import { statusOf } from "../core/link-state";
import type { Database } from "./database";
import { snapshots } from "./schema";

/** How many links open something, are paused, or have come to an end. Reads each link's row once. */
export async function countLinks(db: Database, now: number): Promise<{ open: number; paused: number; ended: number }> {
  const { withdrawnAt, expiresAt, pausedAt, viewCap, opens } = snapshots;
  const [rows] = await db.query.batch([
    db.query.select({ withdrawnAt, expiresAt, pausedAt, viewCap, opens }).from(snapshots),
  ]);
  const found = rows.map((row) => statusOf(row, now));
  const open = found.filter((status) => status === "open").length;
  const paused = found.filter((status) => status === "paused").length;
  return { open, paused, ended: found.length - open - paused };
}

/** The size of the database in bytes, as D1 bills it. */
export async function databaseSize({ d1 }: Database): Promise<number> {
  const [result] = await d1.batch([d1.prepare("SELECT 1")]);
  return result?.meta.size_after ?? 0;
}
