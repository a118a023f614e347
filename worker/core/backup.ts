/** What a backup is made of: names that worker, scripts and documentation share. */

export const BACKUP_FORMAT = "signpost.backup/1";

/**
 * The tables of a backup, in its order: what others need comes first, and a scenario shows only once its ledger is there.
 * Left out: what the ledger gives again, sign-in secrets, imports under way, and stored answers that no link shows.
 */
export const BACKUP_TABLES = [
  "analysts",
  "signing_keys",
  "commits",
  "entries",
  "views",
  "view_files",
  "view_images",
  "said_months",
  "scenarios",
  "snapshots",
] as const;
export type BackupTable = (typeof BACKUP_TABLES)[number];

/** Every other table, and why a backup does not hold it. A test knows that none is forgotten. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  events: "the ledger gives it again",
  attestations: "the ledger gives it again",
  propositions: "the ledger gives it again",
  evidence: "the ledger gives it again",
  forecasts: "the ledger gives it again",
  reports: "the ledger gives it again",
  reviews: "the ledger gives it again",
  comments: "the ledger gives it again",
  notes: "the ledger gives it again",
  review_counts: "the ledger gives it again",
  month_points: "the ledger gives it again",
  month_code_counts: "the ledger gives it again",
  year_codes: "the ledger gives it again",
  month_verdicts: "the ledger gives it again",
  settling_verdicts: "the ledger gives it again",
  view_cache: "stored answers are drawn up again",
  access_keys: "a key opens the instance that it was made for, and no other",
  sessions: "people sign in again",
  sign_in_codes: "invitations are made again",
  imports: "an import under way is begun again",
  import_parts: "as imports",
  import_rows: "as imports",
  webhooks: "their secrets are in no file; they are added again",
  webhook_deliveries: "as webhooks",
  usage_days: "what another instance answered",
  backups: "what another instance backed up",
  restores: "what was restored here",
};

/** Where the ledger of each scenario ends: revision and hash. */
export type Heads = Record<string, readonly [number, string]>;
export type Counts = Record<BackupTable, number>;

/** What stands in a backup's first line, and what an instance is compared with. */
export interface BackupHeader {
  format: string;
  /** When it was begun, in epoch milliseconds. */
  at: number;
  /** Rows made later stay out. Past `at` where a clock was once ahead, so that what was made then is not lost. */
  until: number;
  heads: Heads;
  /** Rows of each table. */
  counts: Counts;
}

/** Where the next page of a backup begins; whoever pages hands it back as it is. */
export interface BackupCursor extends Omit<BackupHeader, "format"> {
  /** Place in BACKUP_TABLES. */
  table: number;
  /** Key of the last row of this table that was read; null before the first. */
  after: readonly (string | number)[] | null;
  /** Number and check sum of the last line. */
  line: number;
  sum: string;
  /** Of the lines so far, line breaks included. */
  bytes: number;
  /** HMAC of all that, on its way through other hands. */
  mac?: string | undefined;
}

/**
 * What an instance can say of a file's MAC: its own secret made it of these lines; it did not, though the file names its key;
 * another secret's key is named; there is none.
 */
export const MAC_CHECKS = ["right", "wrong", "foreign", "none"] as const;
export type MacCheck = (typeof MAC_CHECKS)[number];

/**
 * How many lines a whole backup has: one a row, its header and its end.
 *
 * @example lineCount({ analysts: 2, ...noOthers }) // 4
 */
export function lineCount(counts: Counts): number {
  return 2 + BACKUP_TABLES.reduce((sum, table) => sum + counts[table], 0);
}
