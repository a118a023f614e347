import { and, eq, getTableName, gte, lt, lte } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { yearCountsOf } from "../core/rollup";
import type { CodeCount, Month, MonthCell, YearCodeCount } from "../core/types";
import { addColumns, insertRows } from "./bulk";
import type { Database } from "./database";
import { monthCodeCounts, monthPoints, yearCodes } from "./schema";

/** Primary keys within a scenario. */
const CELL_KEY = ["indicator", "month"] as const;
const MONTH_KEY = ["month", "indicator", "code"] as const;
const YEAR_KEY = ["year", "indicator", "code"] as const;

/** Statements that add integer deltas to the rollup; a row that comes to count no event is deleted. */
export function rollupStatements(
  d1: D1Database,
  scenario: string,
  cells: MonthCell[],
  codes: CodeCount[],
): D1PreparedStatement[] {
  const years = yearCountsOf(codes).filter(({ n }) => n !== 0);
  const ofScenario = <T extends object>(delta: T): T & { scenario: string } => ({ ...delta, scenario });
  return [
    ...insertRows(d1, monthPoints, cells.map(ofScenario), addTo(monthPoints, CELL_KEY)),
    ...insertRows(d1, monthCodeCounts, codes.map(ofScenario), addTo(monthCodeCounts, MONTH_KEY)),
    ...insertRows(d1, yearCodes, years.map(ofScenario), addTo(yearCodes, YEAR_KEY)),
    ...sweep(d1, scenario, monthPoints, CELL_KEY, cells),
    ...sweep(d1, scenario, monthCodeCounts, MONTH_KEY, codes),
    ...sweep(d1, scenario, yearCodes, YEAR_KEY, years),
  ];
}

function columns(key: readonly string[]): string {
  return key.map((column) => `"${column}"`).join(", ");
}

function addTo(table: SQLiteTable, key: readonly string[]): string {
  const whole = ["scenario", ...key];
  return `(${columns(whole)}) DO UPDATE SET ${addColumns(table, whole)}`;
}

/** Deletes the rows that deltas brought to nought. */
function sweep<K extends string>(
  d1: D1Database,
  scenario: string,
  table: SQLiteTable,
  key: readonly K[],
  deltas: (Record<K, string> & { n: number })[],
): D1PreparedStatement[] {
  const shrunk = deltas.filter(({ n }) => n < 1).map((delta) => key.map((column) => delta[column]));
  if (shrunk.length === 0) return [];
  const values = key.map((_, position) => `json_extract(value, '$[${position}]')`).join(", ");
  const among = `(${columns(key)}) IN (SELECT ${values} FROM json_each(?2))`;
  return [
    d1
      .prepare(`DELETE FROM "${getTableName(table)}" WHERE scenario = ?1 AND n = 0 AND ${among}`)
      .bind(scenario, JSON.stringify(shrunk)),
  ];
}

type CellRow = [month: Month, ...numbers: [number, number, number, number, number, number, number, number, number]];

/**
 * All cells of a scenario: months x indicators rows, whatever the number of events. An indicator's are one text of the
 * database's making: to take fifteen hundred rows apart would cost a free plan's request a third of its CPU.
 */
export async function loadCells({ d1 }: Database, scenario: string): Promise<MonthCell[]> {
  const [result] = await d1.batch<{ indicator: string; cells: string }>([
    d1
      .prepare(
        `SELECT indicator, json_group_array(json_array(month, n, n_scored, sum_ws, sum_s, sum_w_sign, sum_w_abs, sum_abs,
           sum_w, sum_var)) AS cells
         FROM month_points WHERE scenario = ?1 GROUP BY indicator`,
      )
      .bind(scenario),
  ]);
  return (result?.results ?? []).flatMap(({ indicator, cells }) => {
    const rows: CellRow[] = JSON.parse(cells);
    return rows.map(([month, n, nScored, sumWS, sumS, sumWSign, sumWAbs, sumAbs, sumW, sumVar]) => {
      return { indicator, month, n, nScored, sumWS, sumS, sumWSign, sumWAbs, sumAbs, sumW, sumVar };
    });
  });
}

/** What pictures count up to a month: whole years before its own, and the months of its own. */
export async function loadCodeCounts(
  db: Database,
  scenario: string,
  until: Month,
): Promise<{ years: YearCodeCount[]; months: CodeCount[] }> {
  const year = until.slice(0, 4);
  const [yearRows, monthRows] = await db.query.batch([
    db.query
      .select()
      .from(yearCodes)
      .where(and(eq(yearCodes.scenario, scenario), lt(yearCodes.year, year))),
    db.query
      .select()
      .from(monthCodeCounts)
      .where(
        and(
          eq(monthCodeCounts.scenario, scenario),
          gte(monthCodeCounts.month, `${year}-01`),
          lte(monthCodeCounts.month, until),
        ),
      ),
  ]);
  return {
    years: yearRows.map(({ scenario: _scenario, ...count }) => count),
    months: monthRows.map(({ scenario: _scenario, ...count }) => count),
  };
}
