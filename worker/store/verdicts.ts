import { and, eq, inArray, sql } from "drizzle-orm";
import type { Month } from "../core/types";
import type { MonthVerdict, VerdictWord } from "../core/verdict-types";
import { insertRows } from "./bulk";
import type { Database } from "./database";
import { monthVerdicts } from "./schema";
import { packVerdict, unpackVerdict } from "./verdict-json";

export interface StoredWord {
  month: Month;
  inputs: string;
  published: VerdictWord;
}

/** The published word of every month-end that was computed, with the hash of what it was computed from. */
export async function loadWords(db: Database, scenario: string): Promise<StoredWord[]> {
  const { month, inputs, published } = monthVerdicts;
  const [rows] = await db.query.batch([
    db.query.select({ month, inputs, published }).from(monthVerdicts).where(eq(monthVerdicts.scenario, scenario)),
  ]);
  return rows;
}

/** Every stored row, as it is. */
export async function loadAllVerdicts(db: Database, scenario: string): Promise<(typeof monthVerdicts.$inferSelect)[]> {
  const [rows] = await db.query.batch([
    db.query.select().from(monthVerdicts).where(eq(monthVerdicts.scenario, scenario)),
  ]);
  return rows;
}

/** The whole verdicts of a few month-ends, for those whose inputs still hash to the same. */
export async function loadVerdicts(
  db: Database,
  scenario: string,
  hashes: ReadonlyMap<Month, string>,
  months: Month[],
): Promise<MonthVerdict[]> {
  const wanted = sql`(select value from json_each(${JSON.stringify(months)}))`;
  const [rows] = await db.query.batch([
    db.query
      .select()
      .from(monthVerdicts)
      .where(and(eq(monthVerdicts.scenario, scenario), inArray(monthVerdicts.month, wanted))),
  ]);
  return rows.filter((row) => row.inputs === hashes.get(row.month)).map((row) => unpackVerdict(row.verdict));
}

export async function storeVerdicts(
  db: Database,
  scenario: string,
  hashes: ReadonlyMap<Month, string>,
  verdicts: MonthVerdict[],
): Promise<void> {
  const rows = verdicts.map((verdict) => ({
    scenario,
    month: verdict.windowTo,
    inputs: hashes.get(verdict.windowTo) ?? "",
    published: verdict.published,
    verdict: packVerdict(verdict),
  }));
  const replace = `("scenario", "month") DO UPDATE SET
    "inputs" = excluded."inputs", "published" = excluded."published", "verdict" = excluded."verdict"`;
  await db.d1.batch(insertRows(db.d1, monthVerdicts, rows, replace));
}
