import { Hono } from "hono";
import { changePerson } from "../actions/change-person";
import { inviteAgain } from "../actions/invite-again";
import { invitePerson, type Invitation } from "../actions/invite-person";
import { requireKnownPerson } from "../actions/known-person";
import { InviteInput, PersonChangeInput } from "../contract/people-requests";
import type { ApiPerson, Invited } from "../contract/people-types";
import { hasAccess } from "../http/access-jwt";
import { requirePerson, requireRole } from "../http/authenticate";
import type { AppContext, AppEnv } from "../http/context";
import { limitBody, validate } from "../http/validate";
import { listPeople, type PersonRow } from "../store/people-list";
import { contextOf } from "./action-context";

const MAX_BODY_BYTES = 10_000;
const owning = requireRole("owner");
const changing = [owning, limitBody(MAX_BODY_BYTES)] as const;

/** The people of this Signpost, for its owners. What is changed counts from a person's next request on. */
export const people = new Hono<AppEnv>()
  .get("/", owning, async (c) => {
    const rows = await listPeople(c.var.db, c.var.now);
    return c.json({ people: rows.map((row) => apiPerson(c, row)) });
  })

  .post("/", ...changing, validate("json", InviteInput), async (c) => {
    const { name, role, email = null } = c.req.valid("json");
    return c.json(await invited(c, await invitePerson(contextOf(c), { name, role, email })), 201);
  })

  .patch("/:id", ...changing, validate("json", PersonChangeInput), async (c) => {
    const row = await changePerson(contextOf(c), c.req.param("id"), c.req.valid("json"), hasAccess(c.env));
    return c.json(apiPerson(c, row));
  })

  .post("/:id/invite", ...changing, async (c) =>
    c.json(await invited(c, await inviteAgain(contextOf(c), c.req.param("id"))), 201),
  );

function apiPerson(c: AppContext, row: PersonRow): ApiPerson {
  return { ...row, byAccess: row.email !== null && hasAccess(c.env), me: row.id === requirePerson(c).id };
}

/** The host that the request came to is the one the owner sees; no address is taken from the body. */
async function invited(c: AppContext, { id, code, expiresAt }: Invitation): Promise<Invited> {
  const person = apiPerson(c, await requireKnownPerson(c.var.db, id, c.var.now));
  return { person, url: new URL(`/invite?code=${code}`, c.req.url).href, expiresAt };
}
