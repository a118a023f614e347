/** Why a save did not go through, in words that say what becomes of what was typed. */
import type { ApiProblem } from "../lib/api";

export const BACK_ONLINE = "You are back online. What you typed is still here: press Save again.";
export const OFFLINE = "There is no connection. What you type is kept in this tab: save it when you are back online.";

/** What was sent before was changed before it was sent again. */
export const savedInWords = (ref: string): string =>
  `This was saved already, as ${ref}, though its answer did not arrive; you have changed it since. Correct ${ref}, or save this beside it.`;

/** Null for a problem that the server has put into words itself. */
export function refusalInWords({ status, code }: Pick<ApiProblem, "status" | "code">): string | null {
  if (status === 401) {
    return "You are no longer signed in. What you typed is kept in this tab: sign in in another one, then press Save again.";
  }
  if (code === "offline") {
    return "The server could not be reached. What you typed is kept in this tab: press Save again when you are back online. Saving twice makes one event.";
  }
  return null;
}
