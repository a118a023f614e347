/** The golden vectors of a folder, and what all suites share in comparing with them. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { expectClose } from "../close";
import { readJson } from "../core/read-pack";

export interface GoldenCase<Input = unknown, Expected = Record<string, unknown>> {
  id: string;
  description: string;
  tolerance: number;
  input: Input;
  expected: Expected;
}

export interface GoldenSuite {
  suite: string;
  cases: GoldenCase[];
}

/** Every suite of the folder that `GOLDEN_DIR` names, else of the folder of the repository. */
export function goldenSuites(): GoldenSuite[] {
  const folder = process.env.GOLDEN_DIR ?? join(import.meta.dirname, "../../golden");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => readJson<GoldenSuite>(`${folder}/${name}`));
}

/** Compares the fields given in `want` and no others: numbers within the tolerance, everything else exactly. */
export function expectFields(got: unknown, want: unknown, tolerance: number, what = ""): void {
  if (typeof want === "number") {
    expect(typeof got, `${what} is a number`).toBe("number");
    expectClose(Number(got), want, what, tolerance);
  } else if (Array.isArray(want)) {
    expect(got, what).toHaveLength(want.length);
    for (const [at, item] of want.entries()) expectFields(Object(got)[at], item, tolerance, `${what}[${at}]`);
  } else if (want !== null && typeof want === "object") {
    for (const [key, value] of Object.entries(want)) expectFields(Object(got)[key], value, tolerance, `${what}.${key}`);
  } else {
    expect(got, what).toBe(want);
  }
}
