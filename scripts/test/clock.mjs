import { aheadOf } from "../clock.mjs";

/** By how many milliseconds the clock of the tests is ahead of the machine's: one number for the whole of `npm test`. */
export function suiteAhead() {
  process.env.SUITE_CLOCK_AHEAD ??= String(aheadOf(process.env.TEST_NOW, "TEST_NOW"));
  return Number(process.env.SUITE_CLOCK_AHEAD);
}
