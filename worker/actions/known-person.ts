import { DomainError } from "../core/errors";
import type { Database } from "../store/database";
import { listPeople, type PersonRow } from "../store/people-list";

export async function requireKnownPerson(db: Database, id: string, now: number): Promise<PersonRow> {
  const [person] = await listPeople(db, now, id);
  if (!person) throw new DomainError("not-found", "There is no person with this id. Look at the list again.");
  return person;
}

type Wanted = Pick<PersonRow, "name" | "role" | "email"> & { id: string | null };

/** Says whose a name or an address is already; returns where it is nobody's. */
export async function refuseTaken(db: Database, { id, name, role, email }: Wanted, now: number): Promise<void> {
  const others = (await listPeople(db, now)).filter((person) => person.id !== id);
  if (others.some((person) => person.name === name && person.role === role)) {
    const detail = `Somebody named ${name} has the role ${role} already. Invite them again, or write another name: it signs what they log.`;
    throw taken("name", detail);
  }
  const holder = email === null ? undefined : others.find((person) => person.email === email);
  if (holder) throw taken("email", `This address is ${holder.name}'s. An address belongs to one person.`);
}

function taken(field: string, detail: string): DomainError {
  return new DomainError("conflict", detail, field);
}
