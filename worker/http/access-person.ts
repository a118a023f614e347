import { DomainError } from "../core/errors";
import { ownerNames } from "../store/owners";
import type { Analyst } from "../store/people";
import { insertAccessPerson } from "../store/people-changes";
import { personOfEmail } from "../store/people-list";
import { accessSettings, emailOfToken, TeamKeys } from "./access-jwt";
import type { AppContext } from "./context";

/** Kept while the isolate lives. */
const teamKeys = new TeamKeys((url) => fetch(url));

/**
 * Whom Cloudflare Access lets in; undefined where it does not stand before this Signpost, null for a token that does not
 * hold. The header counts only with both settings: without, anybody could send it.
 */
export async function accessPerson(c: AppContext): Promise<Analyst | null | undefined> {
  const token = c.req.header("Cf-Access-Jwt-Assertion");
  const settings = accessSettings(c.env);
  if (token === undefined || settings === null) return undefined;
  const email = await emailOfToken(token, settings, teamKeys, c.var.now);
  return email === null ? null : personFor(c, email);
}

async function personFor(c: AppContext, email: string): Promise<Analyst> {
  const { db, now } = c.var;
  const role = roleOfStrangers(c);
  let person = await personOfEmail(db, email);
  if (!person && role !== null) {
    await insertAccessPerson(db, email, role, now);
    person = await personOfEmail(db, email);
  }
  if (!person) return refuse(c, `Cloudflare Access knows you as ${email}, but nobody here has this address.`);
  const { disabled, ...analyst } = person;
  return disabled ? refuse(c, "Your access to this Signpost was ended.") : analyst;
}

/** Nobody becomes an owner by a setting. */
function roleOfStrangers({ env }: AppContext): "analyst" | "viewer" | null {
  return env.ACCESS_ROLE === "analyst" || env.ACCESS_ROLE === "viewer" ? env.ACCESS_ROLE : null;
}

async function refuse({ var: { db, now } }: AppContext, problem: string): Promise<never> {
  const owners = await ownerNames(db, now, true);
  const whom = owners.length === 0 ? "an owner of it" : `an owner of it: ${owners.join(", ")}`;
  throw new DomainError("forbidden", `${problem} Ask ${whom}.`);
}
