// The one clock of the scripts: the machine's, or one that was set with SIGNPOST_NOW and runs on from there.
import { UserError } from "./serve/user-error.mjs";

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;

/**
 * By how many milliseconds a clock that was set at `start` is ahead of the machine's.
 * @param {string | undefined} start such as 2028-02-29T23:59:30Z; nothing for the machine's own
 * @param {string} name the variable that it comes from
 */
export function aheadOf(start, name) {
  if (!start) return 0;
  const instant = INSTANT.test(start) ? Date.parse(start) : NaN;
  // The platform reads 29 February of any year, as 1 March.
  if (Number.isNaN(instant) || !new Date(instant).toISOString().startsWith(start.slice(0, 16))) {
    throw new UserError(`${name} must be an instant by UTC such as 2028-02-29T23:59:30Z, not "${start}".`);
  }
  return instant - Date.now();
}

let ahead;

/** Set once: the clock runs on from there. */
export function clockAhead() {
  ahead ??= aheadOf(process.env.SIGNPOST_NOW, "SIGNPOST_NOW");
  return ahead;
}

/** The present instant in epoch milliseconds. */
export const now = () => Date.now() + clockAhead();
