import { countRef, type RefCounter } from "./refs";

/**
 * The few references of a list that decide how the next one is made: of each prefix the one with the highest number, in
 * the order in which the prefixes come. Counting these gives the same counter as counting all, from any start.
 *
 * @example highestRefs(["PKRU-0007", "x", "PKRU-0012", "HX-3"]) // ["PKRU-0012", "HX-3"]
 */
export function highestRefs(refs: Iterable<string>): string[] {
  const highest = new Map<string, { ref: string; next: number }>();
  for (const ref of refs) {
    const { refPrefix, nextRef } = countRef({ refPrefix: null, nextRef: 0 }, ref);
    if (refPrefix === null) continue;
    const found = highest.get(refPrefix);
    if (found === undefined || nextRef > found.next) highest.set(refPrefix, { ref, next: nextRef });
  }
  return [...highest.values()].map(({ ref }) => ref);
}

/**
 * The counter after all of a list's references.
 *
 * @example countRefs({ refPrefix: null, nextRef: 1 }, ["PKRU-0007", "PKRU-0012"]) // { refPrefix: "PKRU-", nextRef: 13 }
 */
export function countRefs(counter: RefCounter, refs: Iterable<string>): RefCounter {
  let state: RefCounter = { refPrefix: counter.refPrefix, nextRef: counter.nextRef };
  for (const ref of refs) state = countRef(state, ref);
  return state;
}
