import { env } from "cloudflare:workers";
import { afterEach, beforeEach } from "vitest";
import { setWorkerClock } from "./clock";
import { freshDatabase } from "./fresh";
import { settled } from "./worker";

const { ATTEMPTS, MAKING } = env;
let count = 0;

/** The same limiter, which counts for this test alone. */
function forOneTest(limiter: RateLimit): RateLimit {
  const test = count;
  return { limit: ({ key }) => limiter.limit({ key: `${test} ${key}` }) };
}

/** Every test gets an empty, migrated database of its own, limits of its own, and the suite's clock. */
beforeEach(async () => {
  count += 1;
  Object.assign(env, { ATTEMPTS: forOneTest(ATTEMPTS), MAKING: forOneTest(MAKING) });
  setWorkerClock();
  await freshDatabase();
});

afterEach(settled);
