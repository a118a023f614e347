// The fuzzing and the killing of `npm test` with another seed, many more requests, made-up scenarios and kills. The seed is
// printed, and repeats a run: `npm run soak -- 12345` or, with the number of requests for each route and the number of
// kills, `npm run soak -- 12345 2000 400`.
import { randomInt } from "node:crypto";
import { build } from "./build.mjs";
import { runTool } from "./test/run-tool.mjs";
import { run, UserError } from "./serve/user-error.mjs";

/** Killed at fewer moments than this, a hole of a few milliseconds is missed too easily. */
const LEAST_KILLS = 200;

/** Made-up scenarios for each made-up request of a route: 5,000 for 500. */
const DRAWS_A_RUN = 10;

await run(async () => {
  const [seed = randomInt(1, 2 ** 31 - 1), runs = 500, kills = LEAST_KILLS] = process.argv.slice(2).map(Number);
  if (![seed, runs, kills].every(Number.isInteger) || runs < 1 || kills < LEAST_KILLS) {
    throw new UserError(
      `Give the seed, the number of requests and the number of kills, ${LEAST_KILLS} at least, as whole numbers: npm run soak -- 12345 2000 400`,
    );
  }
  Object.assign(process.env, {
    FUZZ_SEED: String(seed),
    FUZZ_RUNS: String(runs),
    FUZZ_DRAWS: String(DRAWS_A_RUN * runs),
    FAULT_SEED: String(seed),
    FAULT_KILLS: String(kills),
  });
  console.log(
    `Seed ${seed}, ${runs} requests for each route, ${kills} kills. Again: npm run soak -- ${seed} ${runs} ${kills}`,
  );
  await build();
  const fuzzed = await runTool("vitest", ["run", "--project", "integration", "test/integration/fuzz.test.ts"]);
  const readBack = await runTool("vitest", ["run", "--project", "integration", "test/integration/read-back.test.ts"]);
  const killed = await runTool("vitest", ["run", "--project", "browser", "test/browser/faults/kills.test.ts"]);
  const ok = fuzzed && readBack && killed;
  console.log(`Seed ${seed}: ${ok ? "nothing found" : "FAILED"}`);
  process.exitCode = ok ? 0 : 1;
});
