import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { root } from "../serve/settings.mjs";
import { runTool } from "./run-tool.mjs";

/** Format, lint, and the types of each project that tsconfig.json names; all are run, also after one failed. */
export async function runChecks() {
  const { references } = JSON.parse(readFileSync(join(root, "tsconfig.json"), "utf8"));
  const checks = [["oxfmt", ["--check"]], ["oxlint", []], ...references.map(({ path }) => ["tsc", ["-p", path]])];
  const waiting = checks.values();
  const failures = [];
  const work = async () => {
    for (const [tool, args] of waiting) {
      if (!(await runTool(tool, args, { quiet: true }))) failures.push([tool, ...args].join(" "));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return { count: { passed: checks.length - failures.length, failed: failures.length }, failures };
}
