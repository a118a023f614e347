import { DomainError } from "../core/errors";
import { updatePerson, type PersonChange } from "../store/people-changes";
import type { PersonRow } from "../store/people-list";
import type { ActionContext } from "./context";
import { refuseTaken, requireKnownPerson } from "./known-person";

/**
 * Changes a person from their next request on; the last owner who can get in stays one. `byAccess`: whether an address is a
 * way in, since Cloudflare Access stands before this Signpost.
 */
export async function changePerson(
  { db, now }: ActionContext,
  id: string,
  change: PersonChange,
  byAccess: boolean,
): Promise<PersonRow> {
  const before = await requireKnownPerson(db, id, now);
  if (!(await updatePerson(db, before, change, { now, byAccess }))) {
    const { name = before.name, role = before.role, email = before.email } = change;
    const found = await requireKnownPerson(db, id, now);
    if (found.name !== before.name || found.role !== before.role || found.email !== before.email) {
      throw new DomainError("conflict", "Somebody else changed this person at this moment. Look at the list again.");
    }
    await refuseTaken(db, { id, name, role, email }, now);
    const field = change.disabled === true ? "disabled" : "role";
    const detail =
      `${before.name} is the last owner who can get in: nobody could manage people any more. ` +
      "Make somebody else an owner first, and have them sign in.";
    throw new DomainError("conflict", detail, field);
  }
  return requireKnownPerson(db, id, now);
}
