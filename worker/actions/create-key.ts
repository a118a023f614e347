import { DomainError } from "../core/errors";
import { sha256 } from "../store/hash";
import { listKeys, type KeyRow } from "../store/keys";
import { createAccessKey } from "../store/people";
import { idOfHash } from "../store/secret-ids";
import type { ActionContext } from "./context";
import { requireKnownPerson } from "./known-person";

/** Makes an access key for a person. The key itself is returned this once. */
export async function createKey(
  { db, now }: ActionContext,
  person: string,
  label: string,
): Promise<{ row: KeyRow; key: string }> {
  const { name, disabledAt } = await requireKnownPerson(db, person, now);
  if (disabledAt !== null) {
    throw new DomainError("conflict", `${name} is disabled: a key would open nothing. Enable them first.`, "person");
  }
  const key = await createAccessKey(db, person, now, label);
  const [row] = await listKeys(db, person, idOfHash(await sha256(key)));
  if (!row) throw new Error("The key was not stored");
  return { row, key };
}
