import { DomainError } from "../core/errors";
import { hasExpired, isUsedUp } from "../core/link-state";
import { endLabel, utcDayLabel } from "../core/moments";
import type { AppContext } from "../http/context";
import type { Database } from "../store/database";
import { checkTicket } from "../store/link-access";
import { findLink, type FoundLink } from "../store/links";
import { findByToken, type SnapshotRow } from "../store/snapshots";
import { isGuarded } from "./link-page";
import { publisherOf } from "./publisher";

/** A token is 256 random bits in base64url; anything else is not worth a look-up. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The same words whatever was asked for: nobody learns from them which links exist. */
export function noLink(): never {
  throw new DomainError("not-found", "There is nothing at this address. Check that the link is complete.");
}

/**
 * The link of the address, if it is open. One that is withdrawn or has expired says so and no more; a paused one is as
 * unknown as those that never were. Its row is read at each request, so that whatever its maker does counts at once.
 */
export function openLink(c: AppContext): Promise<FoundLink> {
  return openBy(c, findLink);
}

/** The same, without what proves its view: one row. */
export function openBareLink(c: AppContext): Promise<SnapshotRow> {
  return openBy(c, findByToken);
}

async function openBy<Link extends SnapshotRow>(
  c: AppContext,
  find: (db: Database, token: string) => Promise<Link | null>,
): Promise<Link> {
  const token = c.req.param("token") ?? "";
  const link = TOKEN.test(token) ? await find(c.var.db, token) : null;
  if (!link) return noLink();
  if (link.withdrawnAt !== null) {
    const reason = link.withdrawnReason === "" ? "" : ` Reason: ${link.withdrawnReason}`;
    throw new DomainError("withdrawn", `Withdrawn by ${publisherOf(c)} on ${utcDayLabel(link.withdrawnAt)}.${reason}`);
  }
  if (link.expiresAt !== null && hasExpired(link, c.var.now)) {
    const until = endLabel(link.expiresAt);
    throw new DomainError("expired", `This page could be read until ${until}. Ask the person who sent it.`);
  }
  return link.pausedAt === null ? link : noLink();
}

/** Refuses a link whose cap is used up. */
export function requireOpensLeft(link: SnapshotRow): void {
  if (isUsedUp(link)) {
    throw new DomainError("expired", "Opened as often as it allows. Ask the person who sent it.");
  }
}

/** The open link of the address for one of its files. Those of a guarded one need the ticket that its opened page has. */
export async function openFile(c: AppContext): Promise<FoundLink> {
  const link = await openLink(c);
  if (!isGuarded(link)) return link;
  if (await checkTicket(c.env.LINK_SECRET, link, c.req.query("ticket") ?? "", c.var.now)) return link;
  requireOpensLeft(link);
  return noLink();
}

/** The open link of the address for what a guarded one does not have: an embed and a preview image. */
export async function openUnguarded(c: AppContext): Promise<FoundLink> {
  const link = await openLink(c);
  if (!isGuarded(link)) return link;
  requireOpensLeft(link);
  return noLink();
}
