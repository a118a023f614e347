import { catchUpVerdicts } from "./actions/catch-up-verdicts";
import { dayOfInstant } from "./core/days";
import { recordSaid } from "./actions/record-said";
import { signViews } from "./actions/sign-views";
import { verdictLimit, type Env } from "./env";
import { databaseMessage, openDatabase } from "./store/database";
import { deleteExpired } from "./store/people";
import { listScenarioTitles } from "./store/scenarios";
import { findSigner } from "./store/signing";
import { deleteOldImports } from "./store/staging";

const DAY_MS = 86_400_000;
/** Signing one asks the database four times, and a run on the free plan may ask it fifty times. */
const VIEWS_A_RUN = 5;

type ScheduleEnv = Pick<Env, "DB" | "LOCAL" | "VERDICT_MONTHS" | "SIGNING_KEY">;

/** The cron's work; safe to repeat, and run once at `npm start` as well. */
export async function runSchedule(env: ScheduleEnv, now = Date.now()): Promise<void> {
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
  await signWaiting(env, now);
}

/** Signs kept views that have no signature: frozen before there were any, or rewritten while no key was set. */
async function signWaiting(env: ScheduleEnv, now: number): Promise<void> {
  const signer = await findSigner(env.SIGNING_KEY);
  if (!signer) return;
  const refused = await signViews(openDatabase(env.DB), signer, now, env.LOCAL === "1" ? Infinity : VIEWS_A_RUN);
  for (const problem of refused) console.error(JSON.stringify({ schedule: "signatures", error: problem }));
}
