import { runChecks } from "./test/checks.mjs";
import { run } from "./serve/user-error.mjs";

await run(async () => {
  const { failed } = (await runChecks()).count;
  process.exitCode = failed > 0 ? 1 : 0;
});
