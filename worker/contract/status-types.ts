/** How an instance stands, for its owners. Instants are epoch milliseconds. */
import type { WrongRecord } from "../core/said";
import type { BackupStanding } from "../core/standing";

export interface UsageCount {
  requests: number;
  rowsRead: number;
  rowsWritten: number;
}

export interface ScenarioStanding {
  slug: string;
  title: string;
  revision: number;
  /** Hash of the ledger's head. */
  head: string;
  /** Month-ends whose verdict is not computed yet; null where it was not counted. */
  pendingMonths: number | null;
  /** Why its page cannot be shown; null where it can, or where nobody looked. */
  problem: string | null;
}

export interface Status {
  /** What draws up views here, `signpost/0.4.0`. */
  version: string;
  at: number;
  /** What somebody should do something about, in sentences; empty where all is well. */
  warnings: string[];
  scenarios: ScenarioStanding[];
  /** The newest complete one; null if there is none that this instance knows of. */
  backup: BackupStanding | null;
  databaseBytes: number;
  /** As this instance counted them: today and this month so far, UTC. */
  usage: { today: UsageCount; month: UsageCount };
  /** Links by whether they open something now. */
  links: { open: number; paused: number; ended: number };
  /** Frozen views that wait for a signature. */
  unsignedViews: number;
  /** Messages to webhooks that were given up. */
  failedMessages: number;
  /** Records of what was said at a month's end. */
  wrongRecords: WrongRecord[];
  /** What is wrong with the secrets; empty where both are good. */
  secrets: string[];
}
