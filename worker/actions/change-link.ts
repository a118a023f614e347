import { DomainError } from "../core/errors";
import { hasExpired } from "../core/link-state";
import { requireLive } from "../core/link-terms";
import { drawPassphrase, newTicket } from "../store/link-access";
import { MAX_NOTICES, updateLink, type LinkChange } from "../store/link-life";
import type { SnapshotRow } from "../store/snapshots";
import { requireLink, requireNotWithdrawn, requireOwnLink, type LinkContext } from "./own-link";

/** What is asked for; what is left out stays. */
export interface AskedChange extends Pick<LinkChange, "title" | "note" | "expiresAt" | "viewCap" | "since" | "feeds"> {
  paused?: boolean | undefined;
  /** True: a new one; false: none. */
  passphrase?: boolean | undefined;
  notice?: string | undefined;
}

/**
 * Changes a link, from its next request on: all that is asked for, or nothing. A guard goes only where it is named. The
 * new passphrase, if one is asked for, is returned here once. Its maker may, and any owner.
 */
export async function changeLink(
  context: LinkContext,
  id: string,
  asked: AskedChange,
  secret: string | undefined,
): Promise<{ snapshot: SnapshotRow; passphrase: string | null }> {
  const { db, now } = context;
  const link = await requireOwnLink(context, id, "change");
  requireNotWithdrawn(link);
  requireAhead(asked, now);
  if (asked.feeds === true) requireLive(link.purpose);
  // Whoever opens a capped link is given a ticket: without a secret for it, no link may be capped.
  if (typeof asked.viewCap === "number") await newTicket(secret, link, now);
  const { passphrase, mac } = await drawPassphrase(asked.passphrase === true, secret, id);
  const { paused, notice, passphrase: guarded, ...same } = asked;
  const changed = await updateLink(db, id, {
    ...same,
    pausedAt: paused === undefined ? undefined : paused ? now : null,
    passphraseMac: guarded === undefined ? undefined : mac,
    notice: notice === undefined ? undefined : { at: now, text: notice },
  });
  return { snapshot: changed ?? refuseChange(await requireLink(context, id)), passphrase };
}

function requireAhead({ expiresAt = null }: AskedChange, now: number): void {
  if (!hasExpired({ expiresAt }, now)) return;
  throw new DomainError("invalid", "That moment has passed. Choose a later one, or none; or pause it.", "expiresAt");
}

function refuseChange(link: SnapshotRow): never {
  requireNotWithdrawn(link);
  const detail = `This link carries ${MAX_NOTICES} notices, which is all it can. Withdraw it and share the page anew.`;
  throw new DomainError("conflict", detail, "notice");
}
