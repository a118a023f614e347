/** What stands in the form of a new event: the event's own fields, a second source, and further rows of the same save. */
import { ASKED } from "./ask";
import { FIELDS } from "../forms/values";
import type { FieldName } from "../forms/values";

export const SECOND_FIELDS = [
  "secondTitle",
  "secondUrl",
  "secondReliability",
  "secondCredibility",
  "secondQuote",
] as const;
export type SecondName = (typeof SECOND_FIELDS)[number];

/** `also` and `answers` are kept as JSON: a draft is made of texts. */
export const LOG_FIELDS = [...FIELDS, ...SECOND_FIELDS, "also", "answers"] as const;
export type LogName = FieldName | SecondName | "also" | "answers";
export type LogValues = Record<LogName, string>;

export const SECOND_LABELS: Record<SecondName, string> = {
  secondTitle: "Title of the second source",
  secondUrl: "Link to the second source",
  secondReliability: "How reliable is the second source?",
  secondCredibility: "How sure is what it says?",
  secondQuote: "Sentence quoted from the second source",
};

/** A further event of the same day, source and grade. A vote leaves the actors open: they are others than the lead's. */
export interface FurtherRow {
  kind: "signed" | "vote";
  indicator: string;
  code: string;
  title: string;
}

/** As many as one commit takes beside the event itself. */
export const FURTHER_LIMIT = 3;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** The rows of a draft; what cannot be read is left out. */
export function readRows(stored: string): FurtherRow[] {
  try {
    const parsed: unknown = JSON.parse(stored === "" ? "[]" : stored);
    if (!Array.isArray(parsed)) return [];
    const rows = parsed.filter(isRecord).map((row): FurtherRow => ({
      kind: row["kind"] === "vote" ? "vote" : "signed",
      indicator: text(row["indicator"]),
      code: text(row["code"]),
      title: text(row["title"]),
    }));
    return rows.slice(0, FURTHER_LIMIT);
  } catch {
    return [];
  }
}

/** Whether there is anything to lose: what a link has filled in by itself is not. */
export function isTyped(values: Partial<LogValues>): boolean {
  return Object.entries(values).some(([name, value]) => value !== "" && !ASKED.some((asked) => asked === name));
}
