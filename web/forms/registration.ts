/** What the scenario registered, read once a page: the checks need its codebooks, the points its weights. */
import type { Registration } from "../../worker/core/types";
import { api } from "../lib/api";

export function registrationOf(slug: string): () => Promise<Registration> {
  let found: Registration | null = null;
  return async () => {
    // A failed try is not kept: the next one may find the server back.
    found ??= await api<Registration>("GET", `/scenarios/${encodeURIComponent(slug)}`);
    return found;
  };
}
