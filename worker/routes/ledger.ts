import { Hono } from "hono";
import { requireScenario } from "../actions/context";
import type { AppEnv } from "../http/context";
import { ledgerPages } from "../store/history";
import { LedgerQuery } from "../contract/requests";
import { validate } from "../http/validate";

/** The ledger as JSON Lines, a commit with its entries a line, in order: whoever has it can check every hash. */
export const ledger = new Hono<AppEnv>().get("/:slug/ledger", validate("query", LedgerQuery), async (c) => {
  const { db } = c.var;
  const { registration } = await requireScenario(db, c.req.param("slug"));
  const pages = ledgerPages(db, registration.slug, c.req.valid("query").after);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await pages.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
    },
  });
  return c.body(body, 200, { "Content-Type": "text/plain; charset=utf-8" });
});
