import { EVENT_FIELDS, type EventField, FIELD_OF_COLUMN, REQUIRED_FIELDS } from "./columns";
import { readTable, type TableRow } from "./csv-table";
import { unguardFormula } from "./formula-guard";
import type { ImportMessage, MessageKind } from "./messages";
import type { RawEvent } from "./read-field";
import { suggestKey } from "./suggest";
import { showValue } from "./text";

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
export function readEventFile(bytes: Uint8Array): EventFile {
  const table = readTable(bytes);
  if (table.rejected) return { fileRejected: true, rows: [], messages: table.messages };
  const header = table.header.map((name) => name.trim());
  const messages = [...table.messages, ...checkHeader(header)];
  if (messages.some((message) => message.level === "error")) return { fileRejected: true, rows: [], messages };
  if (table.rows.length === 0) {
    messages.push(atHeader("notice", "no-rows", null, "The header is fine, but there are no rows below it."));
  }
  const fields = header.map((name) => FIELD_OF_COLUMN.get(name) ?? null);
  return { fileRejected: false, rows: table.rows.map((row) => readRow(row, fields)), messages };
}

function readRow(row: TableRow, fields: readonly (EventField | null)[]): ImportRow {
  const surplus = row.cells.slice(fields.length).some((cell) => cell !== "");
  const raw: RawEvent = {};
  fields.forEach((field, i) => {
    const cell = row.cells[i] ?? "";
    if (field !== null) raw[field] = UNGUARDED.has(field) ? cell : unguardFormula(cell);
  });
  if (row.cells.length >= fields.length && !surplus) return { line: row.line, raw, problem: null };
  const text =
    `This row has ${row.cells.length} cells, the header has ${fields.length}. Look for a separator, a quote or a ` +
    "line break that is not inside quotes.";
  return { line: row.line, raw, problem: { line: row.line, level: "error", kind: "cell-count", column: null, text } };
}

function checkHeader(header: readonly string[]): ImportMessage[] {
  const messages: ImportMessage[] = [];
  const missing = REQUIRED_FIELDS.map((field) => EVENT_FIELDS[field].column as string).filter(
    (column) => !header.includes(column),
  );
  if (!header.includes("code") && !header.includes("state")) missing.push("code");
  for (const column of missing) {
    const near = header.find((name) => !FIELD_OF_COLUMN.has(name) && suggestKey(name, [column]) !== null);
    const rename = near === undefined ? "" : ` If ${showValue(near)} is meant, rename it.`;
    const text = `The column ${column} is missing. Add it to the header line.${rename} Nothing was imported.`;
    messages.push(atHeader("error", "missing-column", column, text));
  }
  const seen = new Set<string>();
  header.forEach((name, i) => {
    if (name !== "" && seen.has(name)) {
      const text = `The column ${showValue(name)} is there twice. Keep one of the two. Nothing was imported.`;
      messages.push(atHeader("error", "duplicate-column", name, text));
    } else if (!FIELD_OF_COLUMN.has(name)) {
      const what = name === "" ? `Column ${i + 1} has no name` : `The column ${showValue(name)} is not known`;
      messages.push(atHeader("warning", "unknown-column", name, `${what} and is ignored.`));
    }
    seen.add(name);
  });
  if (!seen.has("ref")) {
    const text =
      "There is no column ref, so each row becomes a new event; importing the file again would add them again. " +
      "Add a column ref with a name of your own for each row to prevent that.";
    messages.push(atHeader("warning", "no-ref", "ref", text));
  }
  return messages;
}

function atHeader(
  level: ImportMessage["level"],
  kind: MessageKind,
  column: string | null,
  text: string,
): ImportMessage {
  return { line: 1, level, kind, column: column === "" ? null : column, text };
}
