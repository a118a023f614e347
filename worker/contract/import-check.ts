import type { EventContent, Registration } from "../core/types";
import type { AskOptions } from "./check-date";
import { EVENT_FIELDS, type EventField, REQUIRED_FIELDS } from "./columns";
import type { ImportRow } from "./csv-read";
import { contentKey } from "./event-content";
import { checkEvent } from "./event-input";
import { checkRef } from "./import-ref";
import type { ImportMessage } from "./messages";
import type { RawEvent } from "./read-field";

/** How messages name a field: by its column in a file, or by its member in JSON. */
export type Naming = "column" | "member";

export interface CheckedRow {
  line: number;
  ref: string | null;
  /** Null where the row is not valid. */
  content: EventContent | null;
  /** Stands for the content when rows of one reference are compared; null where the content cannot be read. */
  key: string | null;
  messages: ImportMessage[];
}

interface CheckRowsOptions extends Pick<AskOptions, "likely"> {
  /** The last day that has begun anywhere, `YYYY-MM-DD`. */
  latest: string;
  naming?: Naming | undefined;
  /** The log's events by reference: dates that stand there are not asked about. */
  existing?: ReadonlyMap<string, { content: EventContent }> | undefined;
}

/** What a field is called in a message. */
export function nameOf(field: EventField, naming: Naming | undefined): string {
  return naming === "member" ? field : EVENT_FIELDS[field].column;
}

/** Checks every row for itself; how rows stand to each other and to the log is decided after it. */
export function checkRows(
  rows: readonly ImportRow[],
  registration: Registration,
  { latest, naming, likely, existing }: CheckRowsOptions,
): CheckedRow[] {
  return rows.map(({ line, raw, problem: unreadable }): CheckedRow => {
    const problem = unreadable ?? (repeatsHeader(raw) ? headerAgain(line) : null);
    if (problem !== null) return { line, ref: null, content: null, key: null, messages: [problem] };
    const checkedRef = checkRef(raw);
    const ask = {
      likely: raw["confirmDate"] === true ? undefined : likely,
      standing: checkedRef.ref === null ? undefined : existing?.get(checkedRef.ref)?.content,
    };
    const { content, messages } = checkEvent(raw, registration, { latest, ...ask });
    return {
      line,
      ref: checkedRef.ref,
      content: checkedRef.valid ? content : null,
      key: content === null ? null : contentKey(content),
      messages: [...checkedRef.messages, ...messages].map(({ field, level, kind, text }) => {
        return { line, level, kind, column: nameOf(field, naming), text };
      }),
    };
  });
}

/** Files that were put together from several have a header line in their midst. */
function repeatsHeader(raw: RawEvent): boolean {
  return REQUIRED_FIELDS.every((field) => {
    const value = raw[field];
    return typeof value === "string" && plain(value) === plain(EVENT_FIELDS[field].column);
  });
}

function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, "_");
}

function headerAgain(line: number): ImportMessage {
  const text = "This row repeats the header line. Delete it, or import the valid rows only.";
  return { line, level: "error", kind: "repeated-header", column: null, text };
}
