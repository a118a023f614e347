import { expect, test } from "vitest";
import { countReport, failuresOf, sum, summaryLine } from "../../../scripts/test/results.mjs";

const file = (status: string, ...assertions: string[]) => ({
  status,
  assertionResults: assertions.map((one) => ({ status: one })),
});
const report = (passed: number, failed: number, ...testResults: ReturnType<typeof file>[]) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults,
});

test("passed and failed tests are counted, skipped ones are not", () => {
  const one = report(2, 1, file("failed", "passed", "failed"), file("passed", "passed", "skipped"));
  expect(countReport(one)).toEqual({ passed: 2, failed: 1 });
});

test("a file that cannot be loaded is a failure, although no test of it failed", () => {
  expect(countReport(report(3, 0, file("passed", "passed", "passed", "passed"), file("failed")))).toEqual({
    passed: 3,
    failed: 1,
  });
});

test("no test at all, or no report, is a failure", () => {
  expect(countReport(report(0, 0))).toEqual({ passed: 0, failed: 1 });
  expect(countReport(null)).toEqual({ passed: 0, failed: 1 });
});

test("the last line sums all runs", () => {
  // 5 + 1 + 40 = 46, 0 + 1 + 2 = 3
  const total = sum([
    { passed: 5, failed: 0 },
    { passed: 1, failed: 1 },
    { passed: 40, failed: 2 },
  ]);
  expect(summaryLine(total)).toBe("46 passed, 3 failed");
});

test("what failed is named with its file and the first line of why", () => {
  const failing = {
    numPassedTests: 1,
    numFailedTests: 1,
    testResults: [
      {
        name: "a.test.ts",
        status: "failed",
        assertionResults: [
          { status: "passed", fullName: "adds" },
          { status: "failed", fullName: "divides", failureMessages: ["expected 1 to be 2\n    at a.test.ts:3"] },
        ],
      },
      { name: "b.test.ts", status: "failed", message: "Cannot find module\nat all", assertionResults: [] },
    ],
  };
  expect(failuresOf(failing)).toEqual(["a.test.ts: divides: expected 1 to be 2", "b.test.ts: Cannot find module"]);
  expect(failuresOf(null)).toEqual(["no report was written: the run broke off"]);
});
