import { DomainError } from "../core/errors";
import { utcDayLabel } from "../core/moments";
import { findSnapshot, type SnapshotRow } from "../store/snapshots";
import type { ActionContext } from "./context";

/** Who asks for a link to be changed, beside what every action is told. */
export interface LinkContext extends ActionContext {
  isOwner: boolean;
}

export async function requireLink({ db }: Pick<ActionContext, "db">, id: string): Promise<SnapshotRow> {
  const link = await findSnapshot(db, id);
  if (!link) throw new DomainError("not-found", "There is no link with this id.");
  return link;
}

/** The link, if it is the asker's own or an owner asks; `act` says in the refusal what they wanted. */
export async function requireOwnLink(context: LinkContext, id: string, act: string): Promise<SnapshotRow> {
  const link = await requireLink(context, id);
  if (link.createdBy === context.who || context.isOwner) return link;
  throw new DomainError("forbidden", `Only whoever made this link, or an owner, can ${act} it. Ask one of them.`);
}

/** Withdrawing is for good: nothing of a withdrawn link can be changed, and nothing opens it again. */
export function requireNotWithdrawn({ withdrawnAt }: SnapshotRow): void {
  if (withdrawnAt === null) return;
  const day = utcDayLabel(withdrawnAt);
  throw new DomainError("conflict", `This link was withdrawn on ${day}, which is for good. Make a new link.`);
}
