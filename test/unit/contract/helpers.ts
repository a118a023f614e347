import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { EventContent, Registration } from "../../../worker/core/types";
import { checkEvent } from "../../../worker/contract/event-input";
import type { ExistingEvent, ImportPlan } from "../../../worker/contract/import-plan";
import { parseScenarioFile, type Scenario } from "../../../worker/contract/registration";

const root = new URL("../../../", import.meta.url);

export function fixture(path: string): string {
  return fileURLToPath(new URL(`test/fixtures/${path}`, root).href);
}

export function shipped(name: string): string {
  return fileURLToPath(new URL(`scenarios/pakistan-russia-2012/${name}`, root).href);
}

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

export function readScenario(path: string): Scenario {
  const parsed = parseScenarioFile(readJson(path));
  if (parsed.scenario === null) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
}

const registration = readScenario(shipped("scenario.json")).registration;

export function shippedRegistration(): Registration {
  return registration;
}

/** The log as it stands once a plan is carried out. */
export function existingOf(plan: ImportPlan): Map<string, ExistingEvent> {
  return new Map(
    plan.creations.map(({ ref, content }) => [ref ?? "", { version: 1, status: "active" as const, content }]),
  );
}

/** A visit that passes every check, with the members that a test is about. */
export function rawEvent(members: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    date: "2013-01-02",
    indicator: "visit",
    code: "minister_visit_held",
    title: "Test visit",
    sourceTitle: "Test source",
    sourceReliability: "B",
    infoCredibility: 2,
    ...members,
  };
}

export function contentOf(members: Record<string, unknown> = {}): EventContent {
  const checked = checkEvent(rawEvent(members), shippedRegistration(), { latest: "2026-11-24" });
  if (checked.content === null) throw new Error(JSON.stringify(checked.messages));
  return checked.content;
}
