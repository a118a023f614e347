import { DomainError } from "../core/errors";
import { createInvitation } from "../store/people-changes";
import type { ActionContext } from "./context";
import type { Invitation } from "./invite-person";
import { requireKnownPerson } from "./known-person";

/** A new invitation for a person who is there, who has lost the first or all ways in; earlier ones end. */
export async function inviteAgain({ db, who, now }: ActionContext, id: string): Promise<Invitation> {
  const person = await requireKnownPerson(db, id, now);
  if (person.disabledAt !== null) {
    throw new DomainError("conflict", `${person.name} is disabled. Enable them first, then invite them again.`);
  }
  return { id, ...(await createInvitation(db, id, who, now)) };
}
