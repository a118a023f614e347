import { Hono } from "hono";
import { createKey } from "../actions/create-key";
import { revokeKey } from "../actions/revoke-key";
import { KeyInput } from "../contract/people-requests";
import type { ApiKey, MadeKey } from "../contract/people-types";
import { DomainError } from "../core/errors";
import { requirePerson, requireRole } from "../http/authenticate";
import type { AppEnv } from "../http/context";
import { limitBody, validate } from "../http/validate";
import { listKeys } from "../store/keys";
import { contextOf } from "./action-context";

const MAX_BODY_BYTES = 10_000;

/** Access keys: one's own, and for owners everybody's. Whoever has one can end it. */
export const keys = new Hono<AppEnv>()
  .get("/", async (c) => {
    const { id, role } = requirePerson(c);
    const rows: ApiKey[] = await listKeys(c.var.db, role === "owner" ? null : id);
    return c.json({ keys: rows });
  })

  .post("/", requireRole("analyst"), limitBody(MAX_BODY_BYTES), validate("json", KeyInput), async (c) => {
    const { id, role } = requirePerson(c);
    const { label, person = id } = c.req.valid("json");
    if (person !== id && role !== "owner") {
      throw new DomainError("forbidden", "Only an owner makes keys for somebody else. Leave the person out.", "person");
    }
    const { row, key } = await createKey(contextOf(c), person, label);
    const answer: MadeKey = { ...row, key };
    return c.json(answer, 201);
  })

  .delete("/:id", limitBody(MAX_BODY_BYTES), async (c) => {
    const answer: ApiKey = await revokeKey(contextOf(c), c.req.param("id"), requirePerson(c).role === "owner");
    return c.json(answer);
  });
