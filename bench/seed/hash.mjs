/** Stands in for `worker/store/hash.ts` while seeding: the same values, without a thread and a promise for each. */
import { hash } from "node:crypto";
import canonicalize from "canonicalize";

export const canonical = canonicalize;

/** @param {string} text */
export function sha256(text) {
  return hash("sha256", text, "hex");
}

let last = 0;

/** Counted, not random: a run is like the one before. @param {number} bytes */
export function randomHex(bytes) {
  last += 1;
  return last.toString(16).padStart(bytes * 2, "0");
}
