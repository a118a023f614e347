import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach } from "vitest";
import { setWorkerClock } from "./clock";

/** Every test gets an empty, migrated database of its own, and the suite's clock. */
beforeEach(async () => {
  setWorkerClock();
  await reset();
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
});
