import { dayOfInstant } from "../core/days";
import { DomainError } from "../core/errors";
import { hasExpired } from "../core/link-state";
import { randomHex, randomToken, sha256 } from "../store/hash";
import { drawPassphrase } from "../store/link-access";
import { copyLink } from "../store/link-life";
import type { SnapshotRow } from "../store/snapshots";
import type { CreatedSnapshot } from "./create-snapshot";
import { getView } from "./get-view";
import { requireLink, requireNotWithdrawn, requireOwnLink, type LinkContext } from "./own-link";

/**
 * A second link to the same view, for a token is shown once: with the same words, notices, end and cap, its own count and,
 * where the first has one, its own passphrase, returned here once. Its maker may, and any owner; the new one is the asker's.
 */
export async function shareAgain(
  context: LinkContext,
  sourceId: string,
  secret: string | undefined,
): Promise<CreatedSnapshot> {
  const { db, who, now } = context;
  const source = await requireOwnLink(context, sourceId, "share");
  requireOpen(source, now);
  const id = randomHex(8);
  const token = randomToken();
  const { passphrase, mac } = await drawPassphrase(source.passphraseMac !== null, secret, id);
  const copied = await copyLink(db, sourceId, {
    id,
    tokenHash: await sha256(token),
    by: who,
    now,
    passphraseMac: mac,
    current: source.viewHash === "" ? await currentOf(context, source) : null,
  });
  if (!copied) {
    requireOpen(await requireLink(context, sourceId), now);
    throw new DomainError("conflict", "This link was changed at this moment. No second one was made: try again.");
  }
  return { snapshot: await requireLink(context, id), token, passphrase };
}

/** A second link must not open what somebody has closed; used up is no reason, for its cap was for the first one. */
function requireOpen(link: SnapshotRow, now: number): void {
  requireNotWithdrawn(link);
  if (hasExpired(link, now)) {
    throw new DomainError("conflict", "This link has expired. Give it a new date before you share it again.");
  }
  if (link.pausedAt !== null) {
    throw new DomainError("conflict", "This link is paused. Let it go on before you share it again.");
  }
}

/** A live link notes what it showed on the day it was made. */
async function currentOf({ db, now }: LinkContext, { scenario: slug }: SnapshotRow) {
  const { stored } = await getView(db, { slug, today: dayOfInstant(now), now });
  const { revision, asOf } = await stored();
  return { revision, asOf };
}
