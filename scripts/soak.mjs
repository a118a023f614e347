// The fuzzing of `npm test` with another seed and many more requests. The seed is printed, and repeats a run:
// `npm run soak -- 12345` or, with the number of requests for each route, `npm run soak -- 12345 2000`.
import { randomInt } from "node:crypto";
import { runTool } from "./test/run-tool.mjs";
import { run, UserError } from "./serve/user-error.mjs";

await run(async () => {
  const [seed = randomInt(1, 2 ** 31 - 1), runs = 500] = process.argv.slice(2).map(Number);
  if (!Number.isInteger(seed) || !Number.isInteger(runs) || runs < 1) {
    throw new UserError("Give the seed and the number of requests as whole numbers: npm run soak -- 12345 2000");
  }
  Object.assign(process.env, { FUZZ_SEED: String(seed), FUZZ_RUNS: String(runs) });
  console.log(`Seed ${seed}, ${runs} requests for each route. Again: npm run soak -- ${seed} ${runs}`);
  const ok = await runTool("vitest", ["run", "--project", "integration", "test/integration/fuzz.test.ts"]);
  console.log(`Seed ${seed}: ${ok ? "nothing found" : "FAILED"}`);
  process.exitCode = ok ? 0 : 1;
});
