import type { Attestation } from "../core/types";
import { NOTES_LIMIT } from "./columns";
import { readTable } from "./csv-table";
import { dateProblem, isRealMonth } from "./dates";
import type { ImportMessage, MessageKind } from "./messages";
import { charLength, findFlaws, groupDigits, showValue } from "./text";
import { unguardFormula } from "./formula-guard";

export interface AttestationFile {
  attestations: Attestation[];
  /** Any error rejects the file: it is short, and half of it would read as "nobody looked". */
  messages: ImportMessage[];
}

/**
 * Reads `month,note[,inferred]`: the months in which somebody looked and found nothing. Without the third column a
 * note that begins with "Inferred" makes the month inferred (ruling 14b).
 */
export function readAttestationFile(bytes: Uint8Array): AttestationFile {
  const table = readTable(bytes);
  if (table.rejected) return { attestations: [], messages: table.messages };
  const header = table.header.map((name) => name.trim());
  const messages = [...table.messages];
  const say = (line: number, kind: MessageKind, column: string, text: string) =>
    messages.push({ line, level: "error", kind, column, text });
  const at = { month: header.indexOf("month"), note: header.indexOf("note"), inferred: header.indexOf("inferred") };
  if (at.month === -1) say(1, "missing-column", "month", "The column month is missing. Add it to the header line.");
  if (at.note === -1) say(1, "missing-column", "note", "The column note is missing. Add it to the header line.");
  if (at.month === -1 || at.note === -1) return { attestations: [], messages };

  const seen = new Map<string, number>();
  const attestations = table.rows.map(({ line, cells }) => {
    const month = cells[at.month] ?? "";
    const note = unguardFormula(cells[at.note] ?? "");
    if (cells.length !== header.length) {
      say(line, "cell-count", "note", `This row has ${cells.length} cells, the header has ${header.length}.`);
    } else if (!isRealMonth(month)) {
      const problem = dateProblem(month) ?? "Write the month as 2013-01.";
      say(line, "bad-date", "month", `The month ${showValue(month)} cannot be used. ${problem}`);
    } else if (seen.has(month)) {
      say(line, "conflict", "month", `${month} stands on line ${seen.get(month)} already. Keep one of the two rows.`);
    }
    const fault = noteProblem(note);
    if (fault !== null) say(line, fault.kind, "note", fault.text);
    seen.set(month, line);
    const mark = at.inferred === -1 ? "" : (cells[at.inferred] ?? "");
    return {
      month,
      note,
      inferred: at.inferred === -1 ? note.startsWith("Inferred") : mark === "true" || mark === "1",
    };
  });
  const failed = messages.some((message) => message.level === "error");
  return { attestations: failed ? [] : attestations, messages };
}

function noteProblem(note: string): { kind: MessageKind; text: string } | null {
  const length = charLength(note);
  if (length > NOTES_LIMIT) {
    const text = `The note is ${groupDigits(length)} characters long; ${groupDigits(NOTES_LIMIT)} are allowed.`;
    return { kind: "too-long", text };
  }
  const { control, broken } = findFlaws(note, true);
  if (control.at > 0) {
    return { kind: "control-character", text: `The note has a forbidden control character at ${control.at}.` };
  }
  return broken.at > 0 ? { kind: "broken-character", text: `The note has half a character at ${broken.at}.` } : null;
}
