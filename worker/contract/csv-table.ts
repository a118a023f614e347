import Papa from "papaparse/papaparse.min.js";
import { decodeFile } from "./csv-decode";
import type { ImportMessage, MessageKind } from "./messages";
import { groupDigits, normaliseLineEnds } from "./text";

/** 10 MB: some 60,000 events, and well within a Worker's 128 MB. */
export const MAX_FILE_BYTES = 10_000_000;

/** As many events as one import takes in parts. */
export const MAX_FILE_ROWS = 50_000;

export interface TableRow {
  /** The line of the file on which the row starts; the header is line 1 (ruling 30). */
  line: number;
  cells: string[];
}

export type Table =
  | { header: string[]; rows: TableRow[]; messages: ImportMessage[]; rejected: false }
  | { header: null; rows: []; messages: ImportMessage[]; rejected: true };

/**
 * Reads bytes as a table: comma, semicolon or tab, whichever the header line holds most of; any line end (ruling 34).
 * Rows of empty or blank cells only are no rows. Line ends inside cells come out as `\n`.
 */
export function readTable(bytes: Uint8Array, mostRows = MAX_FILE_ROWS): Table {
  if (bytes.length > MAX_FILE_BYTES) {
    const size = `${groupDigits(bytes.length)} bytes; ${groupDigits(MAX_FILE_BYTES)} are allowed`;
    return reject(null, "too-large", `The file has ${size}. Split it and import the parts one after the other.`);
  }
  const decoded = decodeFile(bytes);
  if (decoded.problem !== null) return reject(null, decoded.problem.kind, decoded.problem.text);
  const text = normaliseLineEnds(decoded.text);
  if (text.trim() === "") return reject(null, "empty-file", "The file is empty. Choose one with a header line.");

  const shape = { delimiter: headerDelimiter(text), newline: "\n" } as const;
  // Beside the rows a header, the empty line at the end, and one more that tells that there are too many.
  const { data, errors, meta } = Papa.parse(text, { ...shape, preview: mostRows + 3 });
  if (meta.truncated) return tooManyRows(mostRows);
  const [fault] = errors;
  if (fault !== undefined) {
    const unclosed = fault.code === "MissingQuotes";
    return reject(
      lineAt(text, fault.index ?? 0),
      "unreadable",
      unclosed
        ? "A quote opens on this line and is never closed. Close it, or double it if it belongs to the text."
        : "A quoted cell on this line goes on after its closing quote. Double the quotes that belong to the text.",
    );
  }

  const rows = numberRows(data).filter((row) => row.cells.some((cell) => cell.trim() !== ""));
  const header = rows.shift();
  if (header === undefined) return reject(null, "empty-file", "The file has no text in it, only separators.");
  if (rows.length > mostRows) return tooManyRows(mostRows);
  const messages: ImportMessage[] = [];
  if (decoded.wasUtf16) {
    messages.push({
      line: null,
      level: "notice",
      kind: "converted",
      column: null,
      text: "The file was UTF-16 and has been read as such; nothing is lost.",
    });
  }
  return { header: header.cells, rows, messages, rejected: false };
}

function tooManyRows(mostRows: number): Table {
  const most = `The file has more than ${groupDigits(mostRows)} rows below its header, blank ones included`;
  return reject(null, "too-large", `${most}. Split it and import the parts one after the other.`);
}

/** Cells keep their line breaks, so the lines that a row takes can be counted from them. */
function numberRows(data: string[][]): TableRow[] {
  let line = 1;
  return data.map((cells) => {
    const row = { line, cells };
    line++;
    for (const cell of cells) line += countBreaks(cell);
    return row;
  });
}

function headerDelimiter(text: string): string {
  const header =
    text
      .trimStart()
      .split("\n", 1)[0]
      ?.replace(/"[^"]*"/g, "") ?? "";
  let best = ",";
  for (const delimiter of [",", ";", "\t"]) {
    if (header.split(delimiter).length > header.split(best).length) best = delimiter;
  }
  return best;
}

function lineAt(text: string, index: number): number {
  return 1 + countBreaks(text.slice(0, index));
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

function reject(line: number | null, kind: MessageKind, text: string): Table {
  return { header: null, rows: [], messages: [{ line, level: "error", kind, column: null, text }], rejected: true };
}
