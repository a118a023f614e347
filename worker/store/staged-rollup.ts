import { getTableName } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { addColumns, columnsOf } from "./bulk";
import { monthCodeCounts, monthPoints, yearCodes } from "./schema";
import type { CodeCount, MonthCell } from "../core/types";

/** What an import's rows add to the rollup: new rows and corrections apart, for corrections may be left out. */
export type StagedDelta<T> = T & { op: "record" | "correct" };

interface Source {
  /** The column of `import_parts` that holds the deltas. */
  column: "cells" | "codes";
  /** What to add to them, as a JSON list: less what the rows that are left out would have added. */
  besides: string;
}

/**
 * Statements that add an import's deltas to the rollup, each summed over all parts by the database. With `sweep`, rows
 * that come to count no event are deleted.
 */
export function stagedRollup(
  d1: D1Database,
  scenario: string,
  importId: string,
  corrections: boolean,
  besides: { cells: StagedDelta<MonthCell>[]; codes: StagedDelta<CodeCount>[] },
  sweep: boolean,
): D1PreparedStatement[] {
  const cells: Source = { column: "cells", besides: JSON.stringify(besides.cells) };
  const codes: Source = { column: "codes", besides: JSON.stringify(besides.codes) };
  const bind = (sql: string, source: Source) =>
    d1.prepare(sql).bind(scenario, importId, corrections ? 1 : 0, source.besides);
  const targets = [
    { table: monthPoints, key: ["indicator", "month"], source: cells },
    { table: monthCodeCounts, key: ["month", "indicator", "code"], source: codes },
    { table: yearCodes, key: ["year", "indicator", "code"], source: codes },
  ];
  return [
    ...targets.map(({ table, key, source }) => bind(addSql(table, key, source), source)),
    ...(sweep ? targets.map(({ table, key, source }) => bind(sweepSql(table, key, source), source)) : []),
  ];
}

/** The deltas as rows `d`, one JSON object each. */
function deltas({ column }: Source): string {
  return `(SELECT e.value AS d FROM import_parts AS p, json_each(p.${column}) AS e WHERE p.import = ?2
    UNION ALL SELECT value FROM json_each(?4)) WHERE ?3 OR d ->> '$.op' = 'record'`;
}

function value(field: string): string {
  return field === "year" ? "substr(d ->> '$.month', 1, 4)" : `d ->> '$.${field}'`;
}

function addSql(table: SQLiteTable, key: string[], source: Source): string {
  const columns = columnsOf(table).filter(([field]) => field !== "scenario");
  const names = columns.map(([, column]) => `"${column.name}"`).join(", ");
  const values = columns.map(([field]) => (key.includes(field) ? value(field) : `sum(${value(field)})`)).join(", ");
  const whole = ["scenario", ...key];
  return `INSERT INTO "${getTableName(table)}" ("scenario", ${names})
    SELECT ?1, ${values} FROM ${deltas(source)} GROUP BY ${key.map(value).join(", ")}
    ON CONFLICT (${whole.join(", ")}) DO UPDATE SET ${addColumns(table, whole)}`;
}

function sweepSql(table: SQLiteTable, key: string[], source: Source): string {
  return `DELETE FROM "${getTableName(table)}" WHERE scenario = ?1 AND n = 0
    AND (${key.join(", ")}) IN (SELECT ${key.map(value).join(", ")} FROM ${deltas(source)})`;
}
