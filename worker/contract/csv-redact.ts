import Papa from "papaparse/papaparse.min.js";
import { placeholderOf, type Removal } from "../core/redaction";
import { cutTexts } from "../core/remove-texts";
import { fieldsOf } from "./csv-read";
import { csvText } from "./csv-write";
import { unguardFormula } from "./formula-guard";

/**
 * A file of events in parts, the header line in the first, without removed texts: the event's own row loses its cells, and
 * a cell of another that quotes a longer text is cut there. A part that holds none stays as it is, byte for byte.
 */
export function redactCsvParts(parts: readonly string[], removal: Removal): string[] {
  const tables = parts.map((text) => Papa.parse(text, { delimiter: ",", newline: "\n" }).data);
  const fields = fieldsOf(tables[0]?.[0] ?? []);
  const refAt = fields.indexOf("ref");
  const redactCell = (cell: string, field: string | null, isOwn: boolean): string => {
    if (cell === "") return cell;
    return isOwn && field !== null && removal.texts.has(field) ? placeholderOf(field) : cutTexts(cell, removal);
  };
  return parts.map((text, part) => {
    let changed = false;
    const rows = (tables[part] ?? []).slice(0, -1).map((row) => {
      const isOwn = unguardFormula(row[refAt] ?? "") === removal.of;
      return row.map((cell, at) => {
        const redacted = redactCell(cell, fields[at] ?? null, isOwn);
        changed ||= redacted !== cell;
        return redacted;
      });
    });
    return changed ? csvText(rows) : text;
  });
}
