import type { MiddlewareHandler } from "hono";
import { dayOfInstant } from "../core/days";
import { errorWords } from "../core/error-words";
import { openDatabase } from "../store/database";
import { tallyRequest, turnTo, writeUsage } from "../store/usage";
import type { AppEnv } from "./context";

/** Counts every request for the status page; the count is written beside a reply, once a minute or each 500 requests. */
export const countRequests: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { now } = c.var;
  const day = dayOfInstant(now);
  turnTo(day, now);
  await next();
  if (!tallyRequest(day, now)) return;
  const writing = writeUsage(openDatabase(c.env.DB), day, now).catch((error: unknown) =>
    console.error(JSON.stringify({ counting: "usage", ...errorWords(error) })),
  );
  try {
    c.executionCtx.waitUntil(writing);
  } catch {
    // Asked from within, as the set-up asks, there is nothing to wait for.
  }
};
