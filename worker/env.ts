/** Bindings and variables of the worker; each is documented in `docs/settings.md`, and a test compares the two. */
export interface Env {
  DB: D1Database;
  ASSETS: Fetcher;
  /** "1" where the worker itself has to compress replies, as `npm start` needs; Cloudflare's edge does it by itself. */
  LOCAL?: string;
  /** How many month-end verdicts one write or one run of the schedule may compute; unlimited where LOCAL is "1". */
  VERDICT_MONTHS?: string;
  /** Who shares: the name at the head of a shared page. */
  PUBLISHER?: string;
}

/** How many month-end verdicts may be computed at once: one takes about 10 ms, all that a free plan's request has. */
export function verdictLimit(env: Pick<Env, "LOCAL" | "VERDICT_MONTHS">): number {
  if (env.LOCAL === "1") return Infinity;
  const limit = Number(env.VERDICT_MONTHS ?? 1);
  return Number.isFinite(limit) && limit >= 0 ? limit : 1;
}
