/**
 * The one clock of the tests: it starts where `TEST_NOW` says, or with the machine's, and runs on. A file of tests that
 * would run over midnight starts ten minutes before it: what happens at midnight is tested by those who ask for it.
 */
import { inject } from "vitest";
import { dayOfInstant } from "../worker/core/days";

declare module "vitest" {
  interface ProvidedContext {
    clockAhead: number;
  }
}

const DAY_MS = 86_400_000;
const LONGEST_FILE_MS = 600_000;

function aheadForFile(): number {
  const ahead = inject("clockAhead");
  const untilMidnight = DAY_MS - ((Date.now() + ahead) % DAY_MS);
  return untilMidnight < LONGEST_FILE_MS ? ahead + untilMidnight - LONGEST_FILE_MS : ahead;
}

/** By how many milliseconds this clock is ahead of the machine's. */
export const AHEAD = aheadForFile();

/** The present instant in epoch milliseconds. */
export function now(): number {
  return Date.now() + AHEAD;
}

/** The present UTC day, `YYYY-MM-DD`. */
export function today(): string {
  return dayOfInstant(now());
}

/** A day on which a claim of the tests falls due: far enough for it to be open, whatever the day. */
export const DUE = `${Number(today().slice(0, 4)) + 5}-12-31`;
