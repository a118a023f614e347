/** Bindings and variables of the worker; each is documented in `docs/settings.md`, and a test compares the two. */
export interface Env {
  DB: D1Database;
  ASSETS: Fetcher;
  /** "1" where the worker itself has to compress replies, as `npm start` needs; Cloudflare's edge does it by itself. */
  LOCAL?: string;
  /** Milliseconds by which the clock runs ahead of the machine's, where LOCAL is "1"; `SIGNPOST_NOW` sets it. */
  CLOCK_AHEAD?: string;
  /** "1" or "0": whether the log gets a line for each request; "1" by default, but "0" where LOCAL is "1". */
  REQUEST_LOG?: string;
  /** "free" where a local worker has to keep to the limits of the free plan; `SIGNPOST_PLAN` sets it. */
  PLAN?: string;
  /** How many month-end verdicts one request or one run of the schedule may compute; unlimited where LOCAL is "1". */
  VERDICT_MONTHS?: string;
  /** Who shares: the name at the head of a shared page. */
  PUBLISHER?: string;
  /** Where readers of a shared page may write to: an e-mail address or an https address. */
  CONTACT?: string;
  /** Secret: the seed of the Ed25519 key that signs frozen views, 32 bytes in base64url. */
  SIGNING_KEY?: string;
  /** Secret: keys the HMAC of passphrases and of the tickets to guarded links, 32 bytes in base64url. */
  LINK_SECRET?: string;
  /** The team's name with Cloudflare Access: `desk` of desk.cloudflareaccess.com. */
  ACCESS_TEAM?: string;
  /** The audience tag of the Access application; without both, no token is taken. */
  ACCESS_AUD?: string;
  /** What becomes of somebody whom Access lets in and nobody here knows: viewer or analyst; refused without. */
  ACCESS_ROLE?: string;
  /** The bucket that the schedule writes a backup to each day; without it, it writes none. */
  BACKUPS?: R2Bucket;
  /** How many pages of about 400 kB a run of the schedule may write to it; unlimited where LOCAL is "1". */
  BACKUP_PAGES?: string;
  /** Limits wrong passphrases, for each link and client; and tries at sign-in, invitations and keys, for each client. */
  ATTEMPTS: RateLimit;
  /** Limits the making of links, for each person. */
  MAKING: RateLimit;
}

/** On one's own machine nothing is limited, unless the free plan is tried out there. */
export function isUnlimited({ LOCAL, PLAN }: Pick<Env, "LOCAL" | "PLAN">): boolean {
  return LOCAL === "1" && PLAN !== "free";
}

/** How many pages of a backup a run of the schedule may write: reading and hashing one takes about 10 ms. */
export function backupPages(env: Pick<Env, "LOCAL" | "PLAN" | "BACKUP_PAGES">): number {
  if (isUnlimited(env)) return Infinity;
  const pages = Number(env.BACKUP_PAGES ?? 1);
  return Number.isFinite(pages) && pages >= 1 ? pages : 1;
}

/** What a free plan's request can compute within its 10 ms of CPU (docs/cost.md). */
export const FREE_MONTHS = 10;

/** How many month-end verdicts may be computed at once. */
export function verdictLimit(env: Pick<Env, "LOCAL" | "PLAN" | "VERDICT_MONTHS">): number {
  if (isUnlimited(env)) return Infinity;
  const limit = Number(env.VERDICT_MONTHS ?? FREE_MONTHS);
  return Number.isFinite(limit) && limit >= 0 ? limit : FREE_MONTHS;
}
