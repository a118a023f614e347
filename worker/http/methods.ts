import type { MiddlewareHandler } from "hono";
import { DomainError } from "../core/errors";
import type { AppEnv } from "./context";

/** Every method that anything here answers, and those that a browser may ask about beforehand. */
export const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
const known: ReadonlySet<string> = new Set(METHODS);

/** TRACE, PROPFIND and whatever else the runtime knows is answered alike at every address, signed in or not. */
export const refuseOddMethods: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (known.has(c.req.method)) return next();
  c.header("Allow", METHODS.join(", "));
  throw new DomainError("no-such-method", `Nothing here answers this method. Use one of ${METHODS.join(", ")}.`);
};
