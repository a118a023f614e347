// Everything that must hold: checks, build, and the three kinds of tests. The last line sums what was really run.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runChecks } from "./test/checks.mjs";
import { suiteAhead } from "./test/clock.mjs";
import { countReport, failuresOf, sum, summaryLine } from "./test/results.mjs";
import { runTool } from "./test/run-tool.mjs";
import { run } from "./serve/user-error.mjs";

suiteAhead();
const PROJECTS = ["unit", "integration", "browser"];

await run(async () => {
  const folder = mkdtempSync(join(tmpdir(), "signpost-results-"));
  const checks = await runChecks();
  const built = await runTool("node", ["scripts/build.mjs"]);
  const counts = [checks.count, { passed: built ? 1 : 0, failed: built ? 0 : 1 }];
  const failures = [...checks.failures, ...(built ? [] : ["node scripts/build.mjs"])];
  for (const project of PROJECTS) {
    const file = join(folder, `${project}.json`);
    const ok = await runTool("vitest", [
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
    ]);
    const report = readReport(file);
    const count = countReport(report);
    failures.push(...failuresOf(report));
    // Vitest also fails for errors outside any test.
    const outside = !ok && count.failed === 0;
    counts.push(outside ? { ...count, failed: 1 } : count);
    if (outside) failures.push(`${project}: an error outside any test`);
  }
  rmSync(folder, { recursive: true });
  const total = sum(counts);
  process.exitCode = total.failed > 0 ? 1 : 0;
  console.log(["", ...failures.map((one) => `failed: ${one}`), summaryLine(total)].join("\n"));
});

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
