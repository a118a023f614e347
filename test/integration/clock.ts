import { env } from "cloudflare:workers";
import { onTestFinished, vi } from "vitest";
import { AHEAD, now } from "../clock";

/** As `npm start` does it: by a setting that only a local worker takes. */
export function setWorkerClock(): void {
  Object.assign(env, { CLOCK_AHEAD: String(AHEAD) });
}

/** Until the test ends the worker's clock, and the suite's, stand at this instant; at the present one without it. */
export function standAt(instant = now()): number {
  const clock = vi.spyOn(Date, "now").mockReturnValue(instant - AHEAD);
  onTestFinished(() => void clock.mockRestore());
  return instant;
}
