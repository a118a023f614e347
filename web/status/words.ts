/** The numbers of the status page as people read them. */
import type { SaidCorrected } from "../../worker/contract/api-types";
import type { Status } from "../../worker/contract/status-types";
import { momentLabel } from "../../worker/core/moments";
import type { WrongRecord } from "../../worker/core/said";
import { recordInWords } from "../../worker/core/said-sentences";
import { DATABASE_LIMITS } from "../../worker/core/standing";
import { countOf, formatDate, formatNumber } from "../lib/format";

/** 1,234 is "1.2 kB", 20,000,000 is "20.0 MB", 1,500,000,000 is "1.5 GB". */
export function formatBytes(bytes: number): string {
  const units = ["kB", "MB", "GB"];
  const place = bytes < 1e6 ? 0 : bytes < 1e9 ? 1 : 2;
  return `${formatNumber(bytes / 1000 ** (place + 1))} ${units[place]}`;
}

export function backupWords({ backup }: Status): string {
  if (backup === null) return "None yet.";
  const next = backup.scheduled
    ? "The schedule writes the next one."
    : "No bucket is bound: the next one is yours to make.";
  return `${momentLabel(backup.at)}, ${formatBytes(backup.bytes)}. ${next}`;
}

export function linkWords({ links }: Status): string {
  return `${countOf(links.open, "link")} open, ${formatNumber(links.paused, 0)} paused, ${formatNumber(links.ended, 0)} ended.`;
}

/** 25,000,000 is "25.0 MB: 5.0 % of the free plan's 500 MB, 0.3 % of the paid plan's 10 GB." */
export function databaseWords({ databaseBytes }: Status): string {
  const share = (limit: number): string => `${formatNumber((100 * databaseBytes) / limit)} %`;
  const { free, paid } = DATABASE_LIMITS;
  return `${formatBytes(databaseBytes)}: ${share(free)} of the free plan's 500 MB, ${share(paid)} of the paid plan's 10 GB.`;
}

export function signatureWords({ unsignedViews }: Status): string {
  if (unsignedViews === 0) return "Every frozen view is signed.";
  return `${countOf(unsignedViews, "frozen view")} ${unsignedViews === 1 ? "waits" : "wait"} for a signature.`;
}

/** What stands in the place of what waits where a scenario's page cannot be shown. */
export function problemWords(problem: string): string {
  return `The page cannot be shown: ${problem}`;
}

export function pendingWords(pendingMonths: number | null): string {
  if (pendingMonths === null) return "not counted";
  return pendingMonths === 0 ? "none" : countOf(pendingMonths, "month-end");
}

/** What stands, when it was recorded, and what would be right. */
export function wrongRecordWords({ month, recordedAt, right, ...stands }: WrongRecord): string {
  const on = recordedAt === null ? "" : ` on ${momentLabel(recordedAt)}`;
  const start = `Recorded${on}: ${recordInWords(stands)}.`;
  return right === null
    ? `${start} ${formatDate(month)} is not over: months end at midnight UTC. Put right, the record goes, and is made when the month is over.`
    : `${start} Right is what revision ${right} says, the last before the month was over.`;
}

/** "Put right in revision 57: November 2026 is recorded as ..." */
export function correctedWords({ revision, month, after }: SaidCorrected): string {
  const now =
    after === null
      ? `nothing is recorded of ${formatDate(month)} until it is over`
      : `${formatDate(month)} is recorded as ${recordInWords(after)}`;
  return `Put right in revision ${revision}: ${now}.`;
}
