import type { MiddlewareHandler } from "hono";
import { DomainError } from "../core/errors";
import { requirePerson } from "./authenticate";
import type { AppEnv } from "./context";

/**
 * Refuses whoever makes links, or looks at them beforehand, faster than a person can. It stands before everything that
 * reads or writes the database for the request, beside the look at who asks.
 */
export const limitMaking: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { success } = await c.env.MAKING.limit({ key: requirePerson(c).id });
  if (!success) {
    throw new DomainError(
      "too-many",
      "Too many links in a short time. Nothing was made: wait a minute, then try again.",
    );
  }
  await next();
};
