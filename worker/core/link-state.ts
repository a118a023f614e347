/** What of a link decides whether it opens. Instants in epoch milliseconds. */
export interface LinkTimes {
  withdrawnAt: number | null;
  expiresAt: number | null;
  pausedAt: number | null;
  viewCap: number | null;
  opens: number;
}

export type LinkStatus = "open" | "paused" | "expired" | "used-up" | "withdrawn";

/**
 * Whether a link's end has come: from its instant on it opens nothing.
 *
 * @example hasExpired({ expiresAt: 1000 }, 1000) // true
 */
export function hasExpired({ expiresAt }: Pick<LinkTimes, "expiresAt">, now: number): boolean {
  return expiresAt !== null && expiresAt <= now;
}

/**
 * Whether a capped link was opened as often as it allows.
 *
 * @example isUsedUp({ viewCap: 5, opens: 5 }) // true
 */
export function isUsedUp({ viewCap, opens }: Pick<LinkTimes, "viewCap" | "opens">): boolean {
  return viewCap !== null && opens >= viewCap;
}

/**
 * How a link stands, as its people are told: what ends it for good comes first.
 *
 * @example statusOf({ withdrawnAt: null, expiresAt: null, pausedAt: 5, viewCap: null, opens: 9 }, 10) // "paused"
 */
export function statusOf(link: LinkTimes, now: number): LinkStatus {
  if (link.withdrawnAt !== null) return "withdrawn";
  if (hasExpired(link, now)) return "expired";
  if (isUsedUp(link)) return "used-up";
  return link.pausedAt === null ? "open" : "paused";
}
