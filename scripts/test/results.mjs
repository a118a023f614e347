/** @typedef {{ passed: number, failed: number }} Count */

/**
 * What vitest's JSON report says was really run. A file that could not even be loaded, and a run of no test at all,
 * count as a failure each; skipped tests count as nothing.
 * @param {unknown} report the parsed report, or null where vitest left none
 * @returns {Count}
 */
export function countReport(report) {
  if (report === null) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests, testResults } = report;
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some(isFailed),
  );
  const failed = numFailedTests + broken.length;
  return { passed, failed: passed + failed === 0 ? 1 : failed };
}

/**
 * What failed, a line each, to stand at the end of a long log: the file, the test's full title, and why.
 * @param {unknown} report as above @returns {string[]}
 */
export function failuresOf(report) {
  if (report === null) return ["no report was written: the run broke off"];
  return report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter(isFailed);
    if (status === "failed" && failed.length === 0) return [`${name}: ${firstLine(message)}`];
    return failed.map(({ fullName, failureMessages }) => `${name}: ${fullName}: ${firstLine(failureMessages?.[0])}`);
  });
}

function firstLine(text) {
  return (text ?? "").split("\n", 1)[0];
}

function isFailed({ status }) {
  return status === "failed";
}

/** @param {Count[]} counts @returns {Count} */
export function sum(counts) {
  return counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
}

/** @param {Count} count */
export function summaryLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
