import { DomainError } from "../core/errors";
import type { AccessRole } from "../store/people";
import { createInvitation, insertPerson } from "../store/people-changes";
import type { ActionContext } from "./context";
import { refuseTaken } from "./known-person";

export interface Invitation {
  id: string;
  /** For the address, this once. */
  code: string;
  expiresAt: number;
}

/** Makes a person and their invitation. */
export async function invitePerson(
  { db, who, now }: ActionContext,
  asked: { name: string; role: AccessRole; email: string | null },
): Promise<Invitation> {
  const id = await insertPerson(db, asked, now);
  if (id === null) {
    await refuseTaken(db, { id: null, ...asked }, now);
    throw new DomainError("conflict", "Somebody else changed the people at this moment. Try again.");
  }
  return { id, ...(await createInvitation(db, id, who, now)) };
}
