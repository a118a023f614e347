import type { Env } from "./env";

type ClockEnv = Pick<Env, "LOCAL" | "CLOCK_AHEAD">;

/** By how many milliseconds the clock runs ahead of the machine's: 0 on a deployed worker, whatever is set there. */
export function clockAhead({ LOCAL, CLOCK_AHEAD }: ClockEnv): number {
  return LOCAL === "1" ? Number(CLOCK_AHEAD ?? 0) : 0;
}

/** The one clock of the worker: the present instant in epoch milliseconds. */
export function clockNow(env: ClockEnv): number {
  return Date.now() + clockAhead(env);
}
