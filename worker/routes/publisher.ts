import type { AppContext } from "../http/context";

/** Who shares: the name at the head of a shared page. */
export function publisherOf(c: AppContext): string {
  return c.env.PUBLISHER ?? "Signpost";
}
