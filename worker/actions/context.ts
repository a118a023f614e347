import { DomainError } from "../core/errors";
import type { Indicator } from "../core/types";
import type { Database } from "../store/database";
import { findScenario, type ScenarioRecord } from "../store/scenarios";

/** What every action is told: the database, who asks, and the time by the server's clock. */
export interface ActionContext {
  db: Database;
  who: string;
  now: number;
}

export async function requireScenario(db: Database, slug: string): Promise<ScenarioRecord> {
  const scenario = await findScenario(db, slug);
  if (!scenario) throw new DomainError("not-found", "There is no scenario at this address.");
  return scenario;
}

export function requireIndicator(scenario: ScenarioRecord, key: string): Indicator {
  const indicator = scenario.registration.indicators.find((one) => one.key === key);
  if (!indicator) throw new DomainError("invalid", `This scenario has no indicator "${key}".`, "indicator");
  return indicator;
}
