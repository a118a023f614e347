import Papa from "papaparse/papaparse.min.js";
import { placeholderOf, redactedSubject, type Removal } from "../core/redaction";
import { fieldsOf } from "./csv-read";
import { csvText } from "./csv-write";
import { unguardFormula } from "./formula-guard";

/**
 * A file of events in parts, the header line in the first, without removed texts: an event's own row loses its cells, and
 * no other row changes. A part that holds none stays as it is, byte for byte.
 */
export function redactCsvParts(parts: readonly string[], removal: Removal): string[] {
  const tables = parts.map((text) => Papa.parse(text, { delimiter: ",", newline: "\n" }).data);
  const fields = fieldsOf(tables[0]?.[0] ?? []);
  const refAt = fields.indexOf("ref");
  return parts.map((text, part) => {
    let changed = false;
    const rows = (tables[part] ?? []).slice(0, -1).map((row) => {
      const ref = unguardFormula(row[refAt] ?? "");
      const removed = removal.get(redactedSubject({ kind: "event", subject: ref }));
      if (!removed) return row;
      return row.map((cell, at) => {
        const field = fields[at];
        if (cell === "" || !field || !removed.has(field) || cell === placeholderOf(field)) return cell;
        changed = true;
        return placeholderOf(field);
      });
    });
    return changed ? csvText(rows) : text;
  });
}
