import type { PartRow } from "../core/part-rows";
import { cellCountProblem, type ImportRow } from "./csv-read";
import type { CheckedRow } from "./import-check";
import { type Decision, decideRows, type DecideOptions } from "./import-decide";
import type { PartInput } from "./import-requests";
import type { ImportMessage } from "./messages";

/** The rows of a part as an import's rows. */
export function readPart({ rows }: PartInput): ImportRow[] {
  return rows.map((row) =>
    "event" in row
      ? { line: row.line, raw: row.event, problem: null }
      : { line: row.line, raw: {}, problem: cellCountProblem(row.line, row.cells, row.columns) },
  );
}

/** What is decided of a part; `index` is a row's place in it. */
export interface DecidedPart {
  /** Rows that would be written. */
  rows: PartRow[];
  /** Rows that name a reference. */
  refs: { index: number; line: number; ref: string; key: string | null; row: Decision["row"]; version: number }[];
  /** Rows that follow an event. */
  followers: {
    index: number;
    line: number;
    ref: string | null;
    row: Exclude<Decision["row"], "reject">;
    follows: string;
  }[];
  unchanged: number;
  rejected: number;
  messages: ImportMessage[];
}

/** Decides a part's rows as far as that can be done before the parts after it are known. */
export function decidePart(checked: readonly CheckedRow[], options: DecideOptions): DecidedPart {
  const { decisions, messages } = decideRows(checked, options);
  const part: DecidedPart = { rows: [], refs: [], followers: [], unchanged: 0, rejected: 0, messages };
  decisions.forEach((one, index) => {
    const { row, line, ref } = one;
    const key = checked[index]?.key ?? null;
    if (ref !== null) part.refs.push({ index, line, ref, key, row, version: "version" in one ? one.version : 0 });
    if (one.row === "reject") {
      part.rejected += 1;
      return;
    }
    const { content } = one;
    if (content.follows !== null) part.followers.push({ index, line, ref, row: one.row, follows: content.follows });
    if (one.row === "unchanged") {
      part.unchanged += 1;
      return;
    }
    const op = one.row === "create" ? "record" : "correct";
    const changed = one.row === "correct" ? one.changed : "";
    part.rows.push({ index, line, op, ref, content, key: key ?? "", changed });
  });
  return part;
}
