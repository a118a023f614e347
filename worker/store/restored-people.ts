import { analysts } from "./schema";
import type { Database } from "./database";
import { randomHex } from "./hash";

type PersonRow = Pick<typeof analysts.$inferSelect, "id" | "name" | "role" | "email" | "disabledAt">;
type Row = Record<string, unknown>;

/** What opens the instance for a person: it goes where the person goes. */
const SECRETS = ["access_keys", "sessions", "sign_in_codes"];

/**
 * Makes room for people of a backup. Whoever made the empty instance may be one of them: their keys and sessions become that
 * person's, where the backup leaves that person an owner. Where not, they would lock themselves out half-way: they step aside,
 * under a name of their own.
 */
export async function makeRoom(db: Database, rows: readonly Row[]): Promise<D1PreparedStatement[]> {
  if (rows.length === 0) return [];
  let [here] = await db.query.batch([db.query.select().from(analysts)]);
  const statements: D1PreparedStatement[] = [];
  for (const row of rows) {
    for (const person of here.filter((one) => isSame(one, row))) {
      const may = row.role === "owner" || row.role === person.role;
      const isTaken = may && (row.disabledAt ?? null) === null;
      statements.push(...(isTaken ? takeOver(db.d1, person, row) : stepAside(db.d1, person, row)));
      here = here.filter((one) => one !== person);
    }
  }
  return statements;
}

function isSame(person: PersonRow, { id, name, role, email }: Row): boolean {
  const isNamed = person.name === name && person.role === role;
  return person.id === id || isNamed || (person.email !== null && person.email === email);
}

function takeOver(d1: D1Database, person: PersonRow, { id }: Row): D1PreparedStatement[] {
  const forget = d1.prepare("DELETE FROM analysts WHERE id = ?1").bind(person.id);
  return [...moveSecrets(d1, person.id, String(id)), forget];
}

function stepAside(d1: D1Database, person: PersonRow, row: Row): D1PreparedStatement[] {
  const id = person.id === row.id ? randomHex(8) : person.id;
  const name = `${person.name.slice(0, 70)} (restored here, ${randomHex(4)})`;
  const email = person.email === row.email ? null : person.email;
  const move = d1.prepare("UPDATE analysts SET id = ?2, name = ?3, email = ?4 WHERE id = ?1");
  return [move.bind(person.id, id, name, email), ...(id === person.id ? [] : moveSecrets(d1, person.id, id))];
}

function moveSecrets(d1: D1Database, from: string, to: string): D1PreparedStatement[] {
  return SECRETS.map((table) => d1.prepare(`UPDATE ${table} SET analyst = ?2 WHERE analyst = ?1`).bind(from, to));
}
