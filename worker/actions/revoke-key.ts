import { DomainError } from "../core/errors";
import { listKeys, revokeKey as revoke, type KeyRow } from "../store/keys";
import type { ActionContext } from "./context";

/** Revokes one's own key, or as an owner anybody's: it opens nothing from its next use on. Again changes nothing. */
export async function revokeKey({ db, who, now }: ActionContext, id: string, isOwner: boolean): Promise<KeyRow> {
  const whose = isOwner ? null : who;
  await revoke(db, id, whose, now);
  const [row] = await listKeys(db, whose, id);
  if (!row) throw new DomainError("not-found", "There is no such key of yours. Look at the list again.");
  return row;
}
