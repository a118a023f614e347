import Papa from "papaparse/papaparse.min.js";
import type { EventContent } from "../core/types";
import { EVENT_FIELDS, EVENT_FIELD_NAMES, type EventField } from "./columns";
import { UNGUARDED } from "./csv-read";
import { guardFormula } from "./formula-guard";
import { formatUsd } from "./money";
import { formatScore } from "./score";

export interface EventRow {
  ref: string;
  content: EventContent;
}

/** All columns of the public import format, in its order. */
export const EVENT_COLUMNS: readonly string[] = EVENT_FIELD_NAMES.map((field) => EVENT_FIELDS[field].column);

/** The characters that make other programs split a cell: more than the comma, as they guess the separator anew. */
const SPLITS = /[",;\t\r\n]/;

/**
 * Events in the public import format: UTF-8 text without a mark, commas, `\n`. Cells that a spreadsheet would run are
 * made harmless in a way that `readEventFile` undoes exactly; numbers are never touched (ruling 33). Overrides stand
 * as scores; where the codebook's score holds the cell is empty. Without events the header line alone.
 */
export function eventsToCsv(events: readonly EventRow[], options: { header?: boolean } = {}): string {
  const rows = events.map(({ ref, content }) => {
    const cells = toCells(ref, content);
    return EVENT_FIELD_NAMES.map((field) => (UNGUARDED.has(field) ? cells[field] : guardFormula(cells[field])));
  });
  return csvText(options.header === false ? rows : [EVENT_COLUMNS, ...rows]);
}

/** Rows of cells as they stand in a file; "" where there are none. */
export function csvText(rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  return `${Papa.unparse(rows, { newline: "\n", quotes: (value) => SPLITS.test(String(value)) })}\n`;
}

function toCells(ref: string, content: EventContent): Record<EventField, string> {
  return {
    ref,
    date: content.date,
    indicator: content.indicator,
    code: content.code ?? "",
    title: content.title,
    state: content.state ?? "",
    score: content.score10 === null ? "" : formatScore(content.score10),
    scoreReason: content.scoreReason,
    amountUsd: content.amountCents === null ? "" : formatUsd(content.amountCents),
    actors: content.actors.join(";"),
    location: content.location,
    sourceTitle: content.sourceTitle,
    sourceUrl: content.sourceUrl,
    sourcePublished: content.sourcePublished ?? "",
    sourceReliability: content.sourceReliability,
    infoCredibility: String(content.infoCredibility),
    notes: content.notes,
    amountScope: content.amountScope ?? "",
    follows: content.follows ?? "",
    project: content.project,
    plannedFor: content.plannedFor ?? "",
    quote: content.quote,
  };
}
