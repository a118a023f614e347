import { DomainError } from "../core/errors";
import { findSnapshot, markWithdrawn, type SnapshotRow } from "../store/snapshots";
import type { ActionContext } from "./context";

/** Withdraws a link for good: from the next request on nothing under it opens. Its maker may, and any owner. */
export async function withdrawSnapshot(
  context: ActionContext,
  id: string,
  reason: string,
  isOwner: boolean,
): Promise<SnapshotRow> {
  const { db, who, now } = context;
  const snapshot = await findSnapshot(db, id);
  if (!snapshot) throw new DomainError("not-found", "There is no link with this id.");
  if (snapshot.createdBy !== who && !isOwner) {
    throw new DomainError("forbidden", "Only whoever made this link, or an owner, can withdraw it. Ask one of them.");
  }
  await markWithdrawn(db, id, who, now, reason);
  const withdrawn = await findSnapshot(db, id);
  if (!withdrawn) throw new Error("A link vanished while it was withdrawn");
  return withdrawn;
}
