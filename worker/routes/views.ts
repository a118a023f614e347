import { Hono } from "hono";
import { dayOfInstant } from "../core/days";
import { getView } from "../actions/get-view";
import { ViewQuery } from "../contract/requests";
import type { AppEnv } from "../http/context";
import { isKnown } from "../http/etag";
import { sendGzipped } from "../http/headers";
import { ofScenario } from "../http/problem";
import { validate } from "../http/validate";
import { gunzip } from "../store/hash";

export const views = new Hono<AppEnv>().get("/:slug/view", validate("query", ViewQuery), async (c) => {
  const { db, now } = c.var;
  const query = c.req.valid("query");
  const question = { slug: c.req.param("slug"), ...query, today: dayOfInstant(now), now };
  const view = await ofScenario(() => getView(db, question));
  const etag = `"${view.hash}"`;
  const headers = { ETag: etag, "Cache-Control": "private, no-cache", "Content-Type": "application/json" };
  if (isKnown(c, etag)) return c.body(null, 304, headers);
  return sendGzipped(c, (await view.stored()).body, gunzip, headers);
});
