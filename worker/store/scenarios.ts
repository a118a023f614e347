import { asc, desc, eq, sql } from "drizzle-orm";
import type { Registration } from "../core/types";
import type { Database } from "./database";
import { commits, scenarios } from "./schema";
import type { Head } from "./seal";

export interface ScenarioRecord {
  registration: Registration;
  head: Head;
  refPrefix: string | null;
  nextRef: number;
}

export interface ScenarioSummary {
  slug: string;
  /** Null where it cannot be read: its own page says so, and the lists go on. */
  registration: Registration | null;
  revision: number;
  headHash: string;
}

/** The head of a scenario's ledger, one row; null where there is no such scenario. */
export async function findHead(db: Database, slug: string): Promise<Head | null> {
  const [[commit]] = await db.query.batch([
    db.query.select().from(commits).where(eq(commits.scenario, slug)).orderBy(desc(commits.revision)).limit(1),
  ]);
  return commit ?? null;
}

/** The scenario and the head of its ledger: one row each. Null where there is no such scenario. */
export async function findScenario(db: Database, slug: string): Promise<ScenarioRecord | null> {
  const [[scenario], [commit]] = await db.query.batch([
    db.query.select().from(scenarios).where(eq(scenarios.slug, slug)),
    db.query.select().from(commits).where(eq(commits.scenario, slug)).orderBy(desc(commits.revision)).limit(1),
  ]);
  if (!scenario || !commit) return null;
  const { revision, hash, at, recorded, corrected, retracted } = commit;
  return {
    registration: JSON.parse(scenario.registration),
    head: { revision, hash, at, recorded, corrected, retracted },
    refPrefix: scenario.refPrefix,
    nextRef: scenario.nextRef,
  };
}

export async function listScenarios(db: Database): Promise<ScenarioSummary[]> {
  const [rows] = await db.query.batch([db.query.select().from(scenarios).orderBy(asc(scenarios.createdAt))]);
  return rows.map((row) => ({
    slug: row.slug,
    registration: readable(row.registration),
    revision: row.headRevision,
    headHash: row.headHash,
  }));
}

function readable(json: string): Registration | null {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** Scenario titles for the switcher, without parsing whole registrations. */
export async function listScenarioTitles(db: Database): Promise<{ slug: string; title: string }[]> {
  // One whose registration cannot be read stands under its address, so that it takes no other page with it.
  const title = sql<string>`CASE WHEN json_valid(${scenarios.registration})
    THEN json_extract(${scenarios.registration}, '$.title') ELSE ${scenarios.slug} END`.as("title");
  const [rows] = await db.query.batch([
    db.query.select({ slug: scenarios.slug, title }).from(scenarios).orderBy(asc(scenarios.createdAt)),
  ]);
  return rows;
}
