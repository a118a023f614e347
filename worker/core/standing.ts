import { countLabel } from "./labels";

const DAY_MS = 86_400_000;
const OLD_AFTER_DAYS = 2;

export interface BackupStanding {
  /** When it was complete, in epoch milliseconds. */
  at: number;
  bytes: number;
  /** Whether the schedule writes the next one by itself. */
  scheduled: boolean;
}

/**
 * What to say of the newest backup, in a sentence; null where there is nothing to say. It is old after two days. Instants
 * in epoch milliseconds.
 *
 * @example backupWarning({ at: 0, bytes: 9, scheduled: false }, 259_200_000) // "The last backup is 3 days old. ..."
 */
export function backupWarning(last: BackupStanding | null, now: number): string | null {
  if (last === null) return "This Signpost has never been backed up. Run `npm run backup`, or bind a bucket.";
  const age = now - last.at;
  if (age <= OLD_AFTER_DAYS * DAY_MS) return null;
  const old = `The last backup is ${countLabel(Math.floor(age / DAY_MS), "day")} old.`;
  return last.scheduled
    ? `${old} The schedule should have written one: look for its errors in the log.`
    : `${old} Run \`npm run backup\`, or bind a bucket.`;
}

/** What one D1 database may hold, in bytes, by Cloudflare's plan. */
export const DATABASE_LIMITS = { free: 500_000_000, paid: 10_000_000_000 } as const;
const NEARLY_FULL = 0.8;

/**
 * What to say of a database that is nearly full, in a sentence; null where there is nothing to say. Nobody tells a worker its
 * plan: between 80 % and all of the smaller limit it may be full soon, and beyond that it is on the larger one.
 *
 * @example databaseWarning(450_000_000) // "The database holds 90 % of the 500 MB that the free plan allows. ..."
 */
export function databaseWarning(bytes: number): string | null {
  const { free, paid } = DATABASE_LIMITS;
  const isNear = (limit: number): boolean => bytes >= NEARLY_FULL * limit;
  const share = (limit: number): string => `The database holds ${Math.floor((100 * bytes) / limit)} % of the`;
  if (isNear(paid)) return `${share(paid)} 10 GB that D1 allows. A full one takes no more entries.`;
  if (!isNear(free) || bytes > free) return null;
  return `${share(free)} 500 MB that the free plan allows. On that plan a full one takes no more entries.`;
}

export interface Waiting {
  backup: BackupStanding | null;
  databaseBytes: number;
  /** By scenario; null where it was not counted. */
  pendingMonths: readonly (number | null)[];
  /** Titles of scenarios whose page cannot be shown. */
  broken: readonly string[];
  unsignedViews: number;
  /** Messages to webhooks that were given up. */
  failedMessages: number;
  /** Records of month-ends that are wrong. */
  wrongRecords: readonly unknown[];
  secrets: readonly string[];
}

/**
 * What an owner should do something about, the worst first.
 *
 * @example warningsOf({ backup: fresh, databaseBytes: 9, pendingMonths: [0], broken: [], unsignedViews: 0, failedMessages: 0,
 *   wrongRecords: [], secrets: [] }, now) // []
 */
export function warningsOf(waiting: Waiting, now: number): string[] {
  const { backup, databaseBytes, pendingMonths, broken, unsignedViews, failedMessages, wrongRecords, secrets } =
    waiting;
  const months = pendingMonths.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return [
    ...secrets,
    ...broken.map((title) => `The page of “${title}” cannot be shown: the table of scenarios below says why.`),
    ...[databaseWarning(databaseBytes), backupWarning(backup, now)].filter((one) => one !== null),
    ...(wrongRecords.length === 0 ? [] : [wrongRecordsWarning(wrongRecords.length)]),
    ...(failedMessages === 0
      ? []
      : [
          `${countLabel(failedMessages, "message")} to webhooks given up: look at the scenario's webhooks, under Share.`,
        ]),
    ...(unsignedViews === 0
      ? []
      : [`${countLabel(unsignedViews, "frozen view")} without a signature: the hourly run signs a few at a time.`]),
    ...(months === 0
      ? []
      : [
          `${countLabel(months, "month-end verdict")} not computed yet: open pages and the hourly run go on with them.`,
        ]),
  ];
}

function wrongRecordsWarning(count: number): string {
  const are = count === 1 ? "is" : "are";
  return `${countLabel(count, "record")} of what was said at a month's end ${are} wrong: put ${count === 1 ? "it" : "them"} right on the page Status.`;
}
