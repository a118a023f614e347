import { catchUpVerdicts } from "./actions/catch-up-verdicts";
import { dayOfInstant } from "./core/days";
import { recordSaid } from "./actions/record-said";
import { verdictLimit, type Env } from "./env";
import { databaseMessage, openDatabase } from "./store/database";
import { deleteExpired } from "./store/people";
import { listScenarioTitles } from "./store/scenarios";
import { deleteOldImports } from "./store/staging";

const DAY_MS = 86_400_000;

/** The cron's work; safe to repeat, and run once at `npm start` as well. */
export async function runSchedule(env: Pick<Env, "DB" | "LOCAL" | "VERDICT_MONTHS">, now = Date.now()): Promise<void> {
  const db = openDatabase(env.DB);
  const today = dayOfInstant(now);
  await deleteExpired(db, now);
  await deleteOldImports(db, now - DAY_MS);
  for (const { slug } of await listScenarioTitles(db)) {
    try {
      await catchUpVerdicts(db, slug, today, verdictLimit(env));
      await recordSaid(db, slug, today);
    } catch (error) {
      // One scenario that fails must not keep the others waiting.
      console.error(JSON.stringify({ schedule: slug, error: databaseMessage(error) }));
    }
  }
}
