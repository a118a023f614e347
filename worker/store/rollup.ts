import { eq } from "drizzle-orm";
import type { CodeCount, MonthCell } from "../core/types";
import { addColumns, insertRows } from "./bulk";
import type { Database } from "./database";
import { monthCodes, monthPoints } from "./schema";

const CELL_KEY = ["scenario", "indicator", "month"];
const CODE_KEY = ["scenario", "indicator", "code", "month"];

/** Statements that add integer deltas to the rollup; a cell that comes to hold no event is deleted. */
export function rollupStatements(
  d1: D1Database,
  scenario: string,
  cells: MonthCell[],
  codes: CodeCount[],
): D1PreparedStatement[] {
  const cellRows = cells.map((cell) => ({ scenario, ...cell }));
  const codeRows = codes.map((code) => ({ scenario, ...code }));
  const cellUpsert = `("scenario", "indicator", "month") DO UPDATE SET ${addColumns(monthPoints, CELL_KEY)}`;
  const codeUpsert = `("scenario", "indicator", "code", "month") DO UPDATE SET ${addColumns(monthCodes, CODE_KEY)}`;
  const statements = [
    ...insertRows(d1, monthPoints, cellRows, cellUpsert),
    ...insertRows(d1, monthCodes, codeRows, codeUpsert),
  ];
  const shrunk = cells.filter((cell) => cell.n < 1).map(({ indicator, month }) => [indicator, month]);
  const shrunkCodes = codes.filter((code) => code.n < 1).map(({ indicator, code, month }) => [indicator, code, month]);
  if (shrunk.length > 0) statements.push(sweep(d1, "month_points", ["indicator", "month"], scenario, shrunk));
  if (shrunkCodes.length > 0) {
    statements.push(sweep(d1, "month_codes", ["indicator", "code", "month"], scenario, shrunkCodes));
  }
  return statements;
}

function sweep(
  d1: D1Database,
  table: string,
  key: string[],
  scenario: string,
  keys: (string | undefined)[][],
): D1PreparedStatement {
  const columns = key.map((column) => `"${column}"`).join(", ");
  const values = key.map((_, position) => `json_extract(value, '$[${position}]')`).join(", ");
  return d1
    .prepare(
      `DELETE FROM "${table}" WHERE scenario = ?1 AND n = 0 AND (${columns}) IN (SELECT ${values} FROM json_each(?2))`,
    )
    .bind(scenario, JSON.stringify(keys));
}

/** The whole rollup of a scenario: months x indicators rows, whatever the number of events. */
export async function loadRollup(db: Database, scenario: string): Promise<{ cells: MonthCell[]; codes: CodeCount[] }> {
  const [cellRows, codeRows] = await db.query.batch([
    db.query.select().from(monthPoints).where(eq(monthPoints.scenario, scenario)),
    db.query.select().from(monthCodes).where(eq(monthCodes.scenario, scenario)),
  ]);
  return {
    cells: cellRows.map(({ scenario: _scenario, ...cell }) => cell),
    codes: codeRows.map(({ scenario: _scenario, ...code }) => code),
  };
}
