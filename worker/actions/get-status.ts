import type { WrongRecord } from "../core/said";
import type { BackupStanding } from "../core/standing";
import { dayOfInstant } from "../core/days";
import type { Database } from "../store/database";
import { lastBackup } from "../store/backups";
import { wrongSaid } from "../store/said";
import { listScenarios } from "../store/scenarios";
import { countLinks, databaseSize } from "../store/standing";
import { usageSince, writeUsage, type UsageDay } from "../store/usage";
import { unsignedViews } from "../store/view-seal";
import { countFailed } from "../store/webhook-deliveries";
import { catchUpVerdicts } from "./catch-up-verdicts";

/** Counting what is pending asks about eight times a scenario, and a request on the free plan may ask fifty times. */
const COUNTED_SCENARIOS = 3;

export interface Standing {
  scenarios: { slug: string; title: string; revision: number; head: string; pendingMonths: number | null }[];
  backup: BackupStanding | null;
  databaseBytes: number;
  usage: { today: Usage; month: Usage };
  links: { open: number; paused: number; ended: number };
  unsignedViews: number;
  failedMessages: number;
  wrongRecords: WrongRecord[];
}

type Usage = Omit<UsageDay, "day">;

/** How this instance stands: read anew at each call, but for the counts of usage, which are written first. */
export async function getStatus(env: object, db: Database, now: number): Promise<Standing> {
  const today = dayOfInstant(now);
  await writeUsage(db, today, now);
  const scenarios: Standing["scenarios"] = [];
  for (const { slug, registration, revision, headHash } of await listScenarios(db)) {
    const pendingMonths = scenarios.length < COUNTED_SCENARIOS ? await catchUpVerdicts(db, slug, today, 0) : null;
    scenarios.push({ slug, title: registration.title, revision, head: headHash, pendingMonths });
  }
  const last = await lastBackup(env, db);
  const days = await usageSince(db, `${today.slice(0, 7)}-01`);
  return {
    scenarios,
    backup: last && { at: last.at, bytes: last.bytes, scheduled: last.scheduled },
    databaseBytes: await databaseSize(db),
    usage: { today: sum(days.filter(({ day }) => day === today)), month: sum(days) },
    links: await countLinks(db, now),
    unsignedViews: (await unsignedViews(db)).length,
    failedMessages: await countFailed(db),
    wrongRecords: await wrongSaid(db, now),
  };
}

function sum(days: readonly UsageDay[]): Usage {
  const total = (of: (day: UsageDay) => number): number => days.reduce((all, day) => all + of(day), 0);
  return {
    requests: total((day) => day.requests),
    rowsRead: total((day) => day.rowsRead),
    rowsWritten: total((day) => day.rowsWritten),
  };
}
