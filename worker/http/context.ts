import type { Context } from "hono";
import type { Database } from "../store/database";
import type { Analyst } from "../store/people";
import type { Env } from "../env";

/** What every request carries from the middleware to its handler. */
export interface AppEnv {
  Bindings: Env;
  Variables: {
    db: Database;
    /** The server's clock when the request came, epoch milliseconds. */
    now: number;
    /** Null where the address is open to nobody in particular. */
    principal: Analyst | null;
    requestId: string;
    /** Other sites may frame this reply. */
    framed?: true;
  };
}

export type AppContext = Context<AppEnv>;
