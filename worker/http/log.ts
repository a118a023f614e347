import { routePath, matchedRoutes } from "hono/route";
import type { MiddlewareHandler } from "hono";
import { clockNow } from "../clock";
import type { Env } from "../env";
import type { Usage } from "../store/database";
import type { AppContext, AppEnv } from "./context";
import { inTenths } from "./headers";
import { METHODS } from "./methods";

const KNOWN: ReadonlySet<string> = new Set(METHODS);

/** One line of the log: nothing in it was sent by a client but the method, and of that only the known ones. */
export interface LogLine {
  requestId: string;
  method: string;
  /** The pattern, never the path: a path may hold a link's token. */
  route: string;
  status: number;
  /** Until the head of the reply stood; workerd's clock stands still between reads and writes. */
  ms: number;
  /** What the database itself took of it. */
  databaseMs: number;
  rowsRead: number;
  rowsWritten: number;
  queries: number;
}

/** The route that answers, as it was registered; of what no route takes, the guard that refused it. */
function routeOf(c: AppContext): string {
  const handler = matchedRoutes(c).find(({ method }) => method !== "ALL");
  return handler?.path ?? routePath(c);
}

/**
 * What the log says of a request.
 *
 * @example lineOf(c, 12).route // "/s/:token/view.json"
 */
export function lineOf(c: AppContext, ms: number): LogLine {
  const { rowsRead, rowsWritten, queries, ms: databaseMs }: Usage = c.var.db.usage;
  const { method } = c.req;
  return {
    requestId: c.var.requestId,
    method: KNOWN.has(method) ? method : "other",
    route: routeOf(c),
    status: c.res.status,
    ms,
    databaseMs: inTenths(databaseMs),
    rowsRead,
    rowsWritten,
    queries,
  };
}

/** Whether each request gets a line: always where deployed, at `npm start` only where it is asked for. */
export function logsRequests({ LOCAL, REQUEST_LOG }: Pick<Env, "LOCAL" | "REQUEST_LOG">): boolean {
  return REQUEST_LOG === undefined ? LOCAL !== "1" : REQUEST_LOG === "1";
}

/** Gives every reply the id under which the log has it, and the log one line of JSON for every reply. */
export const logRequests: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  c.res.headers.set("X-Request-Id", c.var.requestId);
  if (!logsRequests(c.env)) return;
  const line = lineOf(c, clockNow(c.env) - c.var.now);
  const write = line.status >= 500 ? console.error : console.log;
  write(JSON.stringify(line));
};
