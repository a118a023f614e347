import { type EventField, FIELD_OF_COLUMN } from "./columns";
import { atHeader, checkHeader } from "./csv-header";
import { readTable, type TableRow } from "./csv-table";
import { unguardFormula } from "./formula-guard";
import type { ImportMessage } from "./messages";
import type { RawEvent } from "./read-field";

/** One event of a file or a list, not yet looked at. */
export interface ImportRow {
  /** The line on which the row starts, or the position in a JSON list. */
  line: number;
  raw: RawEvent;
  /** Why the row cannot even be taken apart; it then counts as rejected. */
  problem: ImportMessage | null;
}

export interface EventFile {
  fileRejected: boolean;
  rows: ImportRow[];
  messages: ImportMessage[];
}

/** Whose cells are numbers, dates or keys of a fixed form: the guard against formulas is neither put on nor taken off. */
export const UNGUARDED: ReadonlySet<EventField> = new Set(["score", "amountUsd", "infoCredibility"]);

/** Reads a file in the public import format (rulings 30, 33, 34). Cells come out by the API's names of their columns. */
export function readEventFile(bytes: Uint8Array, mostRows?: number): EventFile {
  const table = readTable(bytes, mostRows);
  if (table.rejected) return { fileRejected: true, rows: [], messages: table.messages };
  return readEventTable(table, fieldsOf(table.header));
}

/** The field of each column by its exact name, null for a column that is not known. */
export function fieldsOf(header: readonly string[]): (EventField | null)[] {
  return header.map((name) => FIELD_OF_COLUMN.get(name.trim()) ?? null);
}

/** Reads a table's rows, each column as the field that it stands for. */
export function readEventTable(
  table: { header: string[]; rows: TableRow[]; messages: ImportMessage[] },
  fields: readonly (EventField | null)[],
): EventFile {
  const messages = [...table.messages, ...checkHeader(table, fields)];
  if (messages.some((message) => message.level === "error")) return { fileRejected: true, rows: [], messages };
  if (table.rows.length === 0) {
    messages.push(atHeader("notice", "no-rows", null, "The header is fine, but there are no rows below it."));
  }
  return { fileRejected: false, rows: table.rows.map((row) => readRow(row, fields)), messages };
}

/** Whether a row has a cell for every column and nothing beside them. */
export function fitsColumns(cells: readonly string[], columns: number): boolean {
  return cells.length >= columns && cells.slice(columns).every((cell) => cell === "");
}

/** The event that a row's cells give, not yet looked at. */
export function rawEventOf(cells: readonly string[], fields: readonly (EventField | null)[]): RawEvent {
  const raw: RawEvent = {};
  fields.forEach((field, i) => {
    const cell = cells[i] ?? "";
    if (field !== null) raw[field] = UNGUARDED.has(field) ? cell : unguardFormula(cell);
  });
  return raw;
}

/** What is said of a row whose cells do not fit the columns. */
export function cellCountProblem(line: number, cells: number, columns: number): ImportMessage {
  const text =
    `This row has ${cells} cells, the header has ${columns}. Look for a separator, a quote or a ` +
    "line break that is not inside quotes.";
  return { line, level: "error", kind: "cell-count", column: null, text };
}

function readRow({ line, cells }: TableRow, fields: readonly (EventField | null)[]): ImportRow {
  const fits = fitsColumns(cells, fields.length);
  const problem = fits ? null : cellCountProblem(line, cells.length, fields.length);
  return { line, raw: rawEventOf(cells, fields), problem };
}
