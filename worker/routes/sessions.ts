import { Hono } from "hono";
import { endSession } from "../actions/end-session";
import type { ApiSession, EndedSessions } from "../contract/people-types";
import { requirePerson, sessionToken } from "../http/authenticate";
import type { AppContext, AppEnv } from "../http/context";
import { sha256 } from "../store/hash";
import { idOfHash } from "../store/secret-ids";
import { endOtherSessions, listSessions } from "../store/sessions";
import { contextOf } from "./action-context";

/** Sessions: one's own, and for owners everybody's. Whoever has one can end it. */
export const sessions = new Hono<AppEnv>()
  .get("/", async (c) => {
    const { id, role } = requirePerson(c);
    const [rows, current] = [await listSessions(c.var.db, role === "owner" ? null : id, c.var.now), await currentId(c)];
    const answer: ApiSession[] = rows.map((row) => ({ ...row, current: row.id === current && row.person === id }));
    return c.json({ sessions: answer });
  })

  .delete("/", async (c) => {
    const answer: EndedSessions = { ended: await endOtherSessions(c.var.db, requirePerson(c).id, ownToken(c)) };
    return c.json(answer);
  })

  .delete("/:id", async (c) => {
    await endSession(contextOf(c), c.req.param("id"), requirePerson(c).role === "owner");
    const answer: EndedSessions = { ended: 1 };
    return c.json(answer);
  });

/** The token of the session that asks; a key asks with none. */
function ownToken(c: AppContext): string | undefined {
  return c.req.header("Authorization") === undefined ? sessionToken(c) : undefined;
}

async function currentId(c: AppContext): Promise<string | null> {
  const token = ownToken(c);
  return token === undefined ? null : idOfHash(await sha256(token));
}
