// Everything that must hold: checks, build, and the three kinds of tests. The last line sums what was really run.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runChecks } from "./test/checks.mjs";
import { suiteAhead } from "./test/clock.mjs";
import { countReport, failuresOf, sum, summaryLine } from "./test/results.mjs";
import { runTool } from "./test/run-tool.mjs";
import { run } from "./serve/user-error.mjs";

await run(async () => {
  // Set before anything starts: all of it runs by one clock.
  suiteAhead();
  const folder = mkdtempSync(join(tmpdir(), "signpost-results-"));
  const file = join(folder, "tests.json");
  const built = await runTool("node", ["scripts/build.mjs"], { quiet: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  // Journeys wait more than they compute: the checks take what is left of the machine.
  const [checks, ok] = await Promise.all([runChecks(), runTool("vitest", ["run", ...reporters])]);
  const report = readReport(file);
  rmSync(folder, { recursive: true });
  const count = countReport(report);
  // Vitest also fails for errors outside any test.
  const outside = !ok && count.failed === 0;
  const total = sum([
    checks.count,
    { passed: built ? 1 : 0, failed: built ? 0 : 1 },
    outside ? { ...count, failed: 1 } : count,
  ]);
  const failures = [
    ...checks.failures,
    ...(built ? [] : ["node scripts/build.mjs"]),
    ...failuresOf(report),
    ...(outside ? ["vitest: an error outside any test"] : []),
  ];
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
