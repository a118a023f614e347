import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { cpuMs } from "../../../bench/cpu.mjs";

test.runIf(existsSync("/proc/self/schedstat"))("a process that works has had more processor time than before", () => {
  const before = cpuMs(process.pid);
  let sum = 0;
  for (const start = performance.now(); performance.now() - start < 60;) sum += 1;
  expect(sum).toBeGreaterThan(0);
  expect(cpuMs(process.pid)).toBeGreaterThan(before);
});

test("of a process that is not there, or cannot be known, nothing is said", () => {
  expect(cpuMs(null)).toBeNaN();
  expect(cpuMs(999_999_999)).toBeNaN();
});
