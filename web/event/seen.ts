/** Whether somebody has seen the grade of a version before they reviewed it: a reload must not make them blind again. */
import type { ApiEvent } from "../../worker/contract/api-types";
import { pagePerson } from "../lib/person";

const keyOf = (slug: string, { ref, version }: Pick<ApiEvent, "ref" | "version">): string =>
  `signpost.seen.${pagePerson()}.${slug}.${ref}.${version}`;

/** Where the browser keeps nothing, what was seen is forgotten with the page. */
export function gradeSeen(slug: string, event: Pick<ApiEvent, "ref" | "version">): boolean {
  try {
    return localStorage.getItem(keyOf(slug, event)) !== null;
  } catch {
    return false;
  }
}

export function rememberSeen(slug: string, event: Pick<ApiEvent, "ref" | "version">): void {
  try {
    localStorage.setItem(keyOf(slug, event), "1");
  } catch {
    // Nothing can be kept: see above.
  }
}
