import { clockNow } from "./clock";
import { backupToBucket } from "./actions/backup-to-bucket";
import { catchUpVerdicts } from "./actions/catch-up-verdicts";
import { dayOfInstant } from "./core/days";
import { errorWords } from "./core/error-words";
import { sendByFetch } from "./actions/post-webhook";
import { recordSaid } from "./actions/record-said";
import { signViews } from "./actions/sign-views";
import { tellWebhooks } from "./actions/tell-webhooks";
import { backupPages, isUnlimited, verdictLimit, type Env } from "./env";
import { openDatabase } from "./store/database";
import { deleteExpired } from "./store/people";
import { listScenarioTitles } from "./store/scenarios";
import { findSigner } from "./store/signing";
import { deleteOldImports } from "./store/staging";
import { turnTo, writeUsage } from "./store/usage";

const DAY_MS = 86_400_000;
/** Signing one asks the database four times, and a run on the free plan may ask it fifty times. */
const VIEWS_A_RUN = 5;
/** Messages of webhooks: each is a request as well. */
const TOLD_A_RUN = 10;

type ScheduleEnv = Pick<
  Env,
  | "DB"
  | "LOCAL"
  | "PLAN"
  | "CLOCK_AHEAD"
  | "VERDICT_MONTHS"
  | "SIGNING_KEY"
  | "LINK_SECRET"
  | "BACKUPS"
  | "BACKUP_PAGES"
>;

/** The cron's work; safe to repeat, and run once at `npm start` as well. */
export async function runSchedule(env: ScheduleEnv, now = clockNow(env)): Promise<void> {
  const db = openDatabase(env.DB);
  const today = dayOfInstant(now);
  turnTo(today, now);
  await deleteExpired(db, now);
  await deleteOldImports(db, now - DAY_MS);
  let [told, months] = [0, verdictLimit(env)];
  for (const { slug } of await listScenarioTitles(db)) {
    try {
      months -= (await catchUpVerdicts(db, { slug, today }, months)).computed;
      await recordSaid(db, slug, now);
      told += await tellWebhooks(db, { slug, today, now, send: sendByFetch, most: TOLD_A_RUN - told });
    } catch (error) {
      // One scenario that fails must not keep the others waiting.
      console.error(JSON.stringify({ schedule: slug, ...errorWords(error) }));
    }
  }
  await signWaiting(env, now);
  await backUp(env, now);
  // What the run has read and written belongs to its day, also where no request comes to write it down.
  await writeUsage(db, today, now);
}

/** The day's backup, where a bucket is bound. A bucket that fails must not keep other work waiting. */
async function backUp(env: ScheduleEnv, now: number): Promise<void> {
  if (!env.BACKUPS) return;
  try {
    await backupToBucket(openDatabase(env.DB), env.BACKUPS, now, {
      pages: backupPages(env),
      secret: env.LINK_SECRET,
    });
  } catch (error) {
    console.error(JSON.stringify({ schedule: "backup", ...errorWords(error) }));
  }
}

/** Signs kept views that have no signature: frozen before there were any, or rewritten while no key was set. */
async function signWaiting(env: ScheduleEnv, now: number): Promise<void> {
  const signer = await findSigner(env.SIGNING_KEY);
  if (!signer) return;
  const refused = await signViews(openDatabase(env.DB), signer, now, isUnlimited(env) ? Infinity : VIEWS_A_RUN);
  for (const problem of refused) console.error(JSON.stringify({ schedule: "signatures", error: problem }));
}
