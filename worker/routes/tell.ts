import type { MiddlewareHandler } from "hono";
import { sendByFetch } from "../actions/post-webhook";
import { tellWebhooks } from "../actions/tell-webhooks";
import { dayOfInstant } from "../core/days";
import { errorWords } from "../core/error-words";
import type { AppContext, AppEnv } from "../http/context";
import { openDatabase } from "../store/database";

/** Of the fifty requests that a free plan's run has, most are for the write itself. */
const MOST_AFTER_WRITE = 5;

/**
 * After each write in a scenario its webhooks hear of what it brought, once the reply is sent. What does not get through is
 * tried again by the schedule.
 */
export const tellAfterWrite: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  const slug = c.req.param("slug");
  if (c.req.method !== "GET" && c.res.status < 300 && slug) tellLater(c, slug);
};

/** Begins to tell once the reply is sent. */
export function tellLater(c: AppContext, slug: string): void {
  const { now, requestId } = c.var;
  const db = openDatabase(c.env.DB);
  const telling = { slug, today: dayOfInstant(now), now, send: sendByFetch, most: MOST_AFTER_WRITE };
  const told = tellWebhooks(db, telling).catch((error: unknown) => {
    console.error(JSON.stringify({ requestId, webhooks: slug, ...errorWords(error) }));
  });
  c.executionCtx.waitUntil(told);
}
