import type { ActionContext } from "../actions/context";
import { requirePerson } from "../http/authenticate";
import type { AppContext } from "../http/context";

/** What an action is told of a request: the database, who asks, and when. */
export function contextOf(c: AppContext): ActionContext {
  return { db: c.var.db, now: c.var.now, who: requirePerson(c).id };
}
