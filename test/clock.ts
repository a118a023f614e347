/**
 * The one clock of the tests: it starts where `TEST_NOW` says, or with the machine's, and runs on. A file of tests that
 * would run over midnight starts ten minutes before it: what happens at midnight is tested by those who ask for it.
 */
import { inject } from "vitest";
import { dayOfInstant } from "../worker/core/days";
import { aheadOfMidnight } from "./midnight";

declare module "vitest" {
  interface ProvidedContext {
    clockAhead: number;
  }
}

const LONGEST_FILE_MS = 600_000;

/** By how many milliseconds this clock is ahead of the machine's. */
export const AHEAD = aheadOfMidnight(inject("clockAhead"), LONGEST_FILE_MS);

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
