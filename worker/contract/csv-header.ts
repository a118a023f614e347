import { EVENT_FIELDS, type EventField, FIELD_OF_COLUMN, REQUIRED_FIELDS } from "./columns";
import type { TableRow } from "./csv-table";
import type { ImportMessage, MessageKind } from "./messages";
import { suggestKey } from "./suggest";
import { showValue } from "./text";

type Fields = readonly (EventField | null)[];

/** What is wrong with a header line, each column being read as the field beside it; null for one that is ignored. */
export function checkHeader(table: { header: string[]; rows: TableRow[] }, fields: Fields): ImportMessage[] {
  const header = table.header.map((name) => name.trim());
  const below = fields.some((field) => field !== null) ? null : headerBelow(table.rows);
  if (below !== null) {
    const text = `Line ${below} looks like the header line. Delete the lines above it. Nothing was imported.`;
    return [atHeader("error", "missing-column", null, text)];
  }
  const messages = [...missingColumns(header, fields), ...checkNames(header, fields)];
  if (!fields.includes("ref")) {
    const text =
      "There is no column ref, so each row becomes a new event; importing the file again would add them again. " +
      "Add a column ref with a name of your own for each row to prevent that.";
    messages.push(atHeader("warning", "no-ref", "ref", text));
  }
  return messages;
}

/** The columns that every file needs and that no column is read as. */
export function missingFields(fields: Fields): EventField[] {
  const missing: EventField[] = REQUIRED_FIELDS.filter((field) => !fields.includes(field));
  if (!fields.includes("code") && !fields.includes("state")) missing.push("code");
  return missing;
}

function missingColumns(header: readonly string[], fields: Fields): ImportMessage[] {
  return missingFields(fields).map((field) => {
    const { column } = EVENT_FIELDS[field];
    const near = header.find((name, i) => fields[i] === null && suggestKey(name, [column]) !== null);
    const rename = near === undefined ? "" : ` If ${showValue(near)} is meant, rename it.`;
    const text = `The column ${column} is missing. Add it to the header line.${rename} Nothing was imported.`;
    return atHeader("error", "missing-column", column, text);
  });
}

function checkNames(header: readonly string[], fields: Fields): ImportMessage[] {
  const messages: ImportMessage[] = [];
  const taken = new Map<EventField, string>();
  header.forEach((name, i) => {
    const field = fields[i] ?? null;
    const other = field === null ? undefined : taken.get(field);
    if (field === null) {
      messages.push(atHeader("warning", "unknown-column", name, ignoredText(name, i)));
    } else if (other !== undefined) {
      const what =
        other === name
          ? `The column ${showValue(name)} is there twice`
          : `${showValue(other)} and ${showValue(name)} are both read as ${EVENT_FIELDS[field].column}`;
      messages.push(atHeader("error", "duplicate-column", name, `${what}. Keep one of the two. Nothing was imported.`));
    } else {
      taken.set(field, name);
    }
  });
  return messages;
}

function ignoredText(name: string, position: number): string {
  if (name === "") return `Column ${position + 1} has no name and is ignored.`;
  if (FIELD_OF_COLUMN.has(name)) return `The column ${showValue(name)} is ignored, as chosen.`;
  return `The column ${showValue(name)} is not known and is ignored.`;
}

/** The line of a row near the top that names most of the needed columns: a title was put above the header. */
function headerBelow(rows: readonly TableRow[]): number | null {
  const needed = REQUIRED_FIELDS.map((field): string => EVENT_FIELDS[field].column);
  const found = rows.slice(0, 10).find(({ cells }) => {
    const names = new Set(cells.map((cell) => cell.trim()));
    return needed.filter((name) => names.has(name)).length > needed.length / 2;
  });
  return found?.line ?? null;
}

/** A message about the header line, which is line 1 wherever it stands. */
export function atHeader(
  level: ImportMessage["level"],
  kind: MessageKind,
  column: string | null,
  text: string,
): ImportMessage {
  return { line: 1, level, kind, column: column === "" ? null : column, text };
}
