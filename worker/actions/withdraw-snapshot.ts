import { markWithdrawn, type SnapshotRow } from "../store/snapshots";
import { requireOwnLink, type LinkContext } from "./own-link";

/** Withdraws a link for good: from the next request on nothing under it opens. Its maker may, and any owner. */
export async function withdrawSnapshot(context: LinkContext, id: string, reason: string): Promise<SnapshotRow> {
  const { db, who, now } = context;
  const link = await requireOwnLink(context, id, "withdraw");
  return (await markWithdrawn(db, id, who, now, reason)) ?? link;
}
