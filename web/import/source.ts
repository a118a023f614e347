/** A chosen file, read by the server's own reader: what is shown before anything is sent is what will be checked. */
import { HOW_TO_CONFIRM } from "../../worker/contract/check-date";
import { EVENT_FIELDS, type EventField } from "../../worker/contract/columns";
import { fieldsOf, fitsColumns, rawEventOf, readEventTable } from "../../worker/contract/csv-read";
import { readTable, type TableRow } from "../../worker/contract/csv-table";
import { MAX_PARTS, type PartInput } from "../../worker/contract/import-requests";
import type { ImportMessage } from "../../worker/contract/messages";
import { highestRefs } from "../../worker/core/highest-refs";

export type PartRow = PartInput["rows"][number];
export type Fields = readonly (EventField | null)[];

/** Rows of a part: half of what the server takes, so that checking and hashing them stays within 10 ms. */
export const SEND_ROWS = 50;
/** Up to so many rows go in one request. */
const WHOLE_ROWS = 200;

export interface Source {
  name: string;
  bytes: Blob;
  table: { header: string[]; rows: TableRow[]; messages: ImportMessage[] };
}

/** Reads a file as a table; a file that is none comes back as what is said of it. */
export async function readSource(file: Blob, name: string): Promise<Source | ImportMessage[]> {
  // A copy: a file that changes on the disk while it is being checked must not become two files.
  const bytes = new Uint8Array(await file.arrayBuffer());
  const table = readTable(bytes);
  return table.rejected ? table.messages : { name, bytes: new Blob([bytes]), table };
}

export interface Prepared {
  /** Whether the header line keeps the file from being imported. */
  rejected: boolean;
  /** What is said of the file and its header line. */
  messages: ImportMessage[];
  rows: PartRow[];
  /** The references that decide how rows without one are numbered. */
  refs: string[];
  /** Whether the file can go as it is, in one request. */
  whole: boolean;
}

/** A file's rows as they are sent, each column as the field that it is read as. */
export function prepare({ table }: Pick<Source, "table">, fields: Fields): Prepared {
  const { fileRejected, messages } = readEventTable(table, fields);
  const most = MAX_PARTS * SEND_ROWS;
  if (table.rows.length > most) {
    const text = `The file has ${table.rows.length} rows; ${most} go in one import. Split it and import the parts.`;
    messages.push({ line: null, level: "error", kind: "too-large", column: null, text });
  }
  const rejected = fileRejected || table.rows.length > most;
  const rows = rejected ? [] : table.rows.map((row) => partRow(row, fields));
  const given = rows.map((row) => ("event" in row && typeof row.event["ref"] === "string" ? row.event["ref"] : ""));
  const exact = fieldsOf(table.header).every((field, i) => field === fields[i]);
  // A row without a reference would be doubled if the reply were lost and the file sent again.
  const whole = exact && rows.length <= WHOLE_ROWS && given.every((ref) => ref !== "");
  return { rejected, messages, rows, refs: highestRefs(given), whole };
}

function partRow({ line, cells }: TableRow, fields: Fields): PartRow {
  if (!fitsColumns(cells, fields.length)) return { line, cells: cells.length, columns: fields.length };
  const event = Object.entries(rawEventOf(cells, fields)).filter(([, value]) => value !== "");
  return { line, event: Object.fromEntries(event) };
}

/**
 * Messages with the columns called as the file calls them, "When" where that column is read as `date`, and without what only
 * tells programs how to answer a question.
 */
export function inOwnWords(
  messages: readonly ImportMessage[],
  { table }: Pick<Source, "table">,
  fields: Fields,
): ImportMessage[] {
  const names = new Map<string, string>();
  fields.forEach((field, i) => {
    const name = table.header[i]?.trim() ?? "";
    if (field !== null && name !== "") names.set(EVENT_FIELDS[field].column, name);
  });
  return messages.map((one) => ({
    ...one,
    column: one.column === null ? null : (names.get(one.column) ?? one.column),
    text: one.text.replace(HOW_TO_CONFIRM, ""),
  }));
}
