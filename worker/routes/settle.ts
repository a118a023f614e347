import { Hono } from "hono";
import { catchUpVerdicts } from "../actions/catch-up-verdicts";
import type { SettleAnswer } from "../contract/api-types";
import { SettleQuery } from "../contract/requests";
import { dayOfInstant } from "../core/days";
import { verdictLimit } from "../env";
import type { AppEnv } from "../http/context";
import { validate } from "../http/validate";
import { tellLater } from "./tell";

/** A page that shows verdicts being recalculated asks for the next block, and so does whoever waits for a link. */
export const settle = new Hono<AppEnv>().post("/:slug/settle", validate("query", SettleQuery), async (c) => {
  const slug = c.req.param("slug");
  const asked = { slug, ...c.req.valid("query"), today: dayOfInstant(c.var.now) };
  const { computed, ...progress } = await catchUpVerdicts(c.var.db, asked, verdictLimit(c.env));
  if (computed > 0 && progress.left === 0) tellLater(c, slug);
  const answer: SettleAnswer = progress;
  return c.json(answer);
});
