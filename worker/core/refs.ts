/** How references are handed out: `PKRU-0199` is followed by `PKRU-0200`. */
export interface RefCounter {
  /** Null until the first reference shows what the scenario's look like. */
  refPrefix: string | null;
  nextRef: number;
}

const NUMBERED = /^(.*?)(\d+)$/u;
/** Longer numbers are names, not counters. */
const MOST_DIGITS = 9;

/**
 * The next free reference and the counter after it. Scenarios whose file brings no references count `E-0001` up.
 *
 * @example nextRef({ refPrefix: "PKRU-", nextRef: 200 }) // ref "PKRU-0200", counter { refPrefix: "PKRU-", nextRef: 201 }
 */
export function nextRef(counter: RefCounter): { ref: string; counter: RefCounter } {
  const prefix = counter.refPrefix ?? "E-";
  const ref = `${prefix}${String(counter.nextRef).padStart(4, "0")}`;
  return { ref, counter: { refPrefix: prefix, nextRef: counter.nextRef + 1 } };
}

/**
 * The counter after a reference that came with a file. The first numbered one decides the prefix; others with that
 * prefix push the number on, so that no reference is ever handed out twice.
 *
 * @example countRef({ refPrefix: null, nextRef: 1 }, "PKRU-0198") // { refPrefix: "PKRU-", nextRef: 199 }
 */
export function countRef(counter: RefCounter, ref: string): RefCounter {
  const match = NUMBERED.exec(ref);
  if (!match) return counter;
  const [, prefix = "", digits = "0"] = match;
  if (digits.length > MOST_DIGITS) return counter;
  if (counter.refPrefix !== null && counter.refPrefix !== prefix) return counter;
  return { refPrefix: prefix, nextRef: Math.max(counter.nextRef, Number(digits) + 1) };
}
