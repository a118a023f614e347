import { DomainError } from "../core/errors";
import { endSessionOf } from "../store/sessions";
import type { ActionContext } from "./context";

/** Ends one's own session, or as an owner anybody's, from its next request on. */
export async function endSession({ db, who }: ActionContext, id: string, isOwner: boolean): Promise<void> {
  if (await endSessionOf(db, id, isOwner ? null : who)) return;
  throw new DomainError("not-found", "There is no such session of yours; it may have ended already.");
}
