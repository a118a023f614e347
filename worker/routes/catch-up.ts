import type { MiddlewareHandler } from "hono";
import { dayOfInstant } from "../core/days";
import { errorWords } from "../core/error-words";
import { catchUpVerdicts } from "../actions/catch-up-verdicts";
import { verdictLimit } from "../env";
import type { AppContext, AppEnv } from "../http/context";
import { timing } from "../http/headers";
import { openDatabase } from "../store/database";

/**
 * After a write that can move a verdict: computes the month-ends that it changed, within the limit of the instance. The
 * write stands whatever comes of this; what is left pending is listed in the view, and the schedule goes on.
 */
export const catchUpAfterWrite: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  const slug = c.req.param("slug");
  if (c.req.method !== "GET" && c.res.status < 300 && slug) await catchUp(c, slug);
};

/** Computes the pending month-ends of a scenario; the reply says what that cost. */
export async function catchUp(c: AppContext, slug: string): Promise<void> {
  const db = openDatabase(c.env.DB);
  try {
    await catchUpVerdicts(db, { slug, today: dayOfInstant(c.var.now) }, verdictLimit(c.env));
  } catch (error) {
    console.error(JSON.stringify({ requestId: c.var.requestId, verdicts: slug, ...errorWords(error) }));
  }
  c.res.headers.append("Server-Timing", timing("verdicts", db.usage));
}
