import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { suiteAhead } from "./scripts/test/clock.mjs";

const migrations = await readD1Migrations(fileURLToPath(new URL("migrations", import.meta.url)));

/** `npm run soak` sets these; without them the tests take their own. */
const { FUZZ_SEED, FUZZ_RUNS, FUZZ_DRAWS } = process.env;
const fuzzing = {
  ...(FUZZ_SEED && { FUZZ_SEED }),
  ...(FUZZ_RUNS && { FUZZ_RUNS }),
  ...(FUZZ_DRAWS && { FUZZ_DRAWS }),
};

/** The same at every run, and as good as random: a worker that is not local takes no other. */
const secretOf = (purpose: string) => createHash("sha256").update(purpose).digest("base64url");

export default defineConfig({
  test: {
    // All cores. Of themselves tests leave one idle, of two.
    maxWorkers: "100%",
    silent: "passed-only",
    slowTestThreshold: 120_000,
    provide: { clockAhead: suiteAhead() },
    projects: [
      {
        // Property tests take seconds on a machine that is busy.
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.ts"],
          environment: "node",
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        plugins: [
          cloudflareTest({
            main: "./test/integration/worker.ts",
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              r2Buckets: ["TEST_BUCKET"],
              bindings: {
                TEST_MIGRATIONS: migrations,
                LOCAL: "1",
                SIGNING_KEY: secretOf("signing"),
                LINK_SECRET: secretOf("links"),
                ...fuzzing,
              },
            },
          }),
        ],
        test: {
          name: "integration",
          include: ["test/integration/**/*.test.ts"],
          setupFiles: ["test/integration/setup.ts"],
          // A runtime for each core, not for each file: every test gets a database of its own all the same.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: ["test/browser/prepare.ts"],
          setupFiles: ["test/browser/setup.ts"],
          environment: "node",
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
