import { Hono } from "hono";
import { requireScenario } from "../actions/context";
import { LedgerQuery } from "../contract/requests";
import type { AppEnv } from "../http/context";
import { streamText } from "../http/stream";
import { validate } from "../http/validate";
import type { Database } from "../store/database";
import { ledgerPages } from "../store/history";

async function* lines(db: Database, slug: string, after: number): AsyncGenerator<string> {
  for await (const commit of ledgerPages(db, slug, after)) yield `${JSON.stringify(commit)}\n`;
}

/** The ledger as JSON Lines, a commit with its entries a line, in order: whoever has it can check every hash. */
export const ledger = new Hono<AppEnv>().get("/:slug/ledger", validate("query", LedgerQuery), async (c) => {
  const { db } = c.var;
  const { registration } = await requireScenario(db, c.req.param("slug"));
  const body = streamText(lines(db, registration.slug, c.req.valid("query").after));
  return c.body(body, 200, { "Content-Type": "text/plain; charset=utf-8" });
});
