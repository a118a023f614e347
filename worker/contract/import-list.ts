import type { ImportRow } from "./csv-read";
import { isRecord } from "./schema-parts";

/** The items of `{events: [...]}` as rows for the same plan as a file's; their line is their 1-based position. */
export function readEventList(events: readonly unknown[]): ImportRow[] {
  return events.map((event, i) => {
    const line = i + 1;
    if (isRecord(event)) return { line, raw: event, problem: null };
    const text = `Item ${line} is not an object with the members of an event.`;
    return { line, raw: {}, problem: { line, level: "error", kind: "bad-type", column: null, text } };
  });
}
