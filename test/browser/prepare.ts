import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { aheadOfMidnight } from "../midnight";
import { startServer } from "./harness/server";

declare module "vitest" {
  interface ProvidedContext {
    preparedData: string;
  }
}

/** Before midnight no file of tests starts earlier than what it finds was written. */
const EARLIER_MS = 900_000;

/** Loads the shipped scenario once: each server that asks for no folder of its own starts with a copy of this one. */
export default async function prepare(project: TestProject): Promise<() => void> {
  const dataDir = mkdtempSync(join(tmpdir(), "signpost-prepared-"));
  process.env.TEST_CLOCK_AHEAD = String(aheadOfMidnight(project.getProvidedContext().clockAhead, EARLIER_MS));
  await (await startServer({ dataDir })).stop();
  project.provide("preparedData", dataDir);
  return () => rmSync(dataDir, { recursive: true, force: true });
}
