import { and, eq, inArray, sql } from "drizzle-orm";
import type { Month } from "../core/types";
import type { MonthVerdict, VerdictWord } from "../core/verdict-types";
import { insertRows, replaceColumns } from "./bulk";
import { requireStill, type Database } from "./database";
import { monthVerdicts, settlingVerdicts } from "./schema";
import { packVerdict, unpackVerdict } from "./verdict-json";

const KEY = ["scenario", "month"];

export interface StoredWord {
  month: Month;
  inputs: string;
  published: VerdictWord;
}

/** The published word of every stored month-end, with the hash of what it was computed from. */
export interface StoredWords {
  settled: (StoredWord & { revision: number })[];
  settling: (StoredWord & { since: number })[];
}

export async function loadWords(db: Database, scenario: string): Promise<StoredWords> {
  const word = ({ month, inputs, published }: typeof monthVerdicts | typeof settlingVerdicts) => {
    return { month, inputs, published };
  };
  const [settled, settling] = await db.query.batch([
    db.query
      .select({ ...word(monthVerdicts), revision: monthVerdicts.revision })
      .from(monthVerdicts)
      .where(eq(monthVerdicts.scenario, scenario)),
    db.query
      .select({ ...word(settlingVerdicts), since: settlingVerdicts.since })
      .from(settlingVerdicts)
      .where(eq(settlingVerdicts.scenario, scenario)),
  ]);
  return { settled, settling };
}

type VerdictRow = Omit<typeof monthVerdicts.$inferSelect, "revision">;

/** Every stored row, as it is; of all month-ends, or of a few. */
export async function loadVerdictRows(
  db: Database,
  scenario: string,
  months?: readonly Month[],
): Promise<{ settled: VerdictRow[]; settling: VerdictRow[] }> {
  const wanted = sql`(select value from json_each(${JSON.stringify(months ?? [])}))`;
  const of = (table: typeof monthVerdicts | typeof settlingVerdicts) =>
    and(eq(table.scenario, scenario), months && inArray(table.month, wanted));
  const [settled, settling] = await db.query.batch([
    db.query.select().from(monthVerdicts).where(of(monthVerdicts)),
    db.query.select().from(settlingVerdicts).where(of(settlingVerdicts)),
  ]);
  return { settled, settling };
}

/** The whole verdicts of a few month-ends: those whose inputs still hash to the same, and the last settled ones. */
export async function loadVerdicts(
  db: Database,
  scenario: string,
  hashes: ReadonlyMap<Month, string>,
  months: readonly Month[],
): Promise<{ current: MonthVerdict[]; settled: MonthVerdict[] }> {
  const { settled, settling } = await loadVerdictRows(db, scenario, months);
  const unpack = ({ verdict }: VerdictRow): MonthVerdict => unpackVerdict(verdict);
  const current = [...settled, ...settling].filter((row) => row.inputs === hashes.get(row.month));
  return { current: current.map(unpack), settled: settled.map(unpack) };
}

export interface VerdictBlock {
  hashes: ReadonlyMap<Month, string>;
  verdicts: readonly MonthVerdict[];
  /** The ledger's head that the inputs were read at. */
  revision: number;
}

function rowsOf(scenario: string, { hashes, verdicts }: VerdictBlock): VerdictRow[] {
  return verdicts.map((verdict) => ({
    scenario,
    month: verdict.windowTo,
    inputs: hashes.get(verdict.windowTo) ?? "",
    published: verdict.published,
    verdict: packVerdict(verdict),
  }));
}

/** Keeps a block beside the settled verdicts, which stand until the last block is there. */
export async function storeBlock(db: Database, scenario: string, block: VerdictBlock, since: number): Promise<void> {
  const rows = rowsOf(scenario, block).map((row) => ({ ...row, since }));
  const replace = `("scenario", "month") DO UPDATE SET ${replaceColumns(settlingVerdicts, KEY)}`;
  await db.d1.batch(insertRows(db.d1, settlingVerdicts, rows, replace));
}

/**
 * The last block: it and the `kept` month-ends of the blocks before it become the settled verdicts, all of one revision. It
 * fails as outdated where the log has grown since it was read.
 */
export async function settleVerdicts(
  db: Database,
  scenario: string,
  block: VerdictBlock,
  kept: readonly Month[] | null,
): Promise<void> {
  const { d1 } = db;
  const { revision } = block;
  const rows = rowsOf(scenario, block).map((row) => ({ ...row, revision }));
  const replace = `("scenario", "month") DO UPDATE SET ${replaceColumns(monthVerdicts, KEY)}`;
  const names = `"scenario", "month", "inputs", "published", "verdict"`;
  await d1.batch([
    requireStill(d1, "(SELECT head_revision FROM scenarios WHERE slug = ?1) = ?2", scenario, revision),
    ...insertRows(d1, monthVerdicts, rows, replace),
    ...(kept === null
      ? []
      : [
          d1
            .prepare(
              `INSERT INTO month_verdicts (${names}, "revision") SELECT ${names}, ?2 FROM settling_verdicts
               WHERE scenario = ?1 AND month IN (SELECT value FROM json_each(?3)) ON CONFLICT ${replace}`,
            )
            .bind(scenario, revision, JSON.stringify(kept)),
          d1.prepare("DELETE FROM settling_verdicts WHERE scenario = ?1").bind(scenario),
        ]),
  ]);
}
