import type { Env } from "./env";
import { openDatabase } from "./store/database";
import { deleteExpired } from "./store/people";

/** The cron's work; safe to repeat, and run once at `npm start` as well. */
export async function runSchedule(env: Pick<Env, "DB">, now = Date.now()): Promise<void> {
  await deleteExpired(openDatabase(env.DB), now);
}
