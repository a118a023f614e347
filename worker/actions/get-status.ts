import type { WrongRecord } from "../core/said";
import type { BackupStanding } from "../core/standing";
import { dayOfInstant } from "../core/days";
import { errorWords } from "../core/error-words";
import type { Database } from "../store/database";
import { lastBackup } from "../store/backups";
import { wrongSaid } from "../store/said";
import { listHeads } from "../store/scenario-list";
import { countLinks, databaseSize } from "../store/standing";
import { usageSince, writeUsage, type UsageDay } from "../store/usage";
import { unsignedViews } from "../store/view-seal";
import { countFailed } from "../store/webhook-deliveries";
import { openView } from "../store/view-bytes";
import { catchUpVerdicts } from "./catch-up-verdicts";
import { getView, questionKey } from "./get-view";

export interface Standing {
  scenarios: ScenarioStanding[];
  backup: BackupStanding | null;
  databaseBytes: number;
  usage: { today: Usage; month: Usage };
  links: { open: number; paused: number; ended: number };
  unsignedViews: number;
  failedMessages: number;
  wrongRecords: WrongRecord[];
}

interface ScenarioStanding extends Looked {
  slug: string;
  title: string;
  revision: number;
  head: string;
}

/** What a look at a scenario's page came to; both null where nobody looked. */
interface Looked {
  pendingMonths: number | null;
  problem: string | null;
}

type Usage = Omit<UsageDay, "day">;

/**
 * How this instance stands: read anew at each call, but for the counts of usage, which are written first. `looks`: at the pages
 * of how many scenarios.
 */
export async function getStatus(env: object, db: Database, now: number, looks: number): Promise<Standing> {
  const today = dayOfInstant(now);
  await writeUsage(db, today, now);
  const scenarios = await scenariosNow(db, today, now, looks);
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

/** Those without a stored view are looked at first: there is no stored view of a page that fails, or where months are pending. */
async function scenariosNow(db: Database, today: string, now: number, looks: number): Promise<ScenarioStanding[]> {
  const listed = await listHeads(db, questionKey({ today }));
  const isCold = ({ viewHash }: { viewHash: string | null }): boolean => viewHash === null;
  const first = [...listed.filter(isCold), ...listed.filter((one) => !isCold(one))].slice(0, looks);
  const looked = new Map<string, Looked>();
  for (const { slug } of first) looked.set(slug, await look(db, slug, today, now));
  return listed.map(({ viewHash, ...scenario }) => {
    return { ...scenario, ...(looked.get(scenario.slug) ?? (viewHash === null ? UNSEEN : FINE)) };
  });
}

const FINE: Looked = { pendingMonths: 0, problem: null };
const UNSEEN: Looked = { pendingMonths: null, problem: null };

/** Draws up the page of a scenario; one that fails says so and keeps no other from being told. */
async function look(db: Database, slug: string, today: string, now: number): Promise<Looked> {
  try {
    const { left: pendingMonths } = await catchUpVerdicts(db, { slug, today }, 0);
    await openView(await (await getView(db, { slug, today, now })).stored());
    return { pendingMonths, problem: null };
  } catch (error) {
    const words = errorWords(error);
    console.error(JSON.stringify({ status: slug, ...words }));
    return { pendingMonths: null, problem: words.error };
  }
}

function sum(days: readonly UsageDay[]): Usage {
  const total = (of: (day: UsageDay) => number): number => days.reduce((all, day) => all + of(day), 0);
  return {
    requests: total((day) => day.requests),
    rowsRead: total((day) => day.rowsRead),
    rowsWritten: total((day) => day.rowsWritten),
  };
}
