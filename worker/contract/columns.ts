/** The fields of an event: their names in the API and in files, their limits, and how a person is asked for them. */

export const TITLE_LIMIT = 300;
export const NOTES_LIMIT = 5000;
export const TEXT_LIMIT = 500;
/** What may be quoted of a source without asking its publisher. */
export const QUOTE_LIMIT = 300;

interface FieldSpec {
  /** Name in a file. */
  column: string;
  /** What it is called in a sentence. */
  name: string;
  /** Longest text, in characters. */
  limit: number;
  /** Whether a line break may stand in it. */
  lines?: true;
}

/** In the order of the public import format. `project`, `plannedFor` and `quote` are optional and stand last. */
export const EVENT_FIELDS = {
  ref: { column: "ref", name: "reference", limit: TEXT_LIMIT },
  date: { column: "date", name: "date", limit: TEXT_LIMIT },
  indicator: { column: "indicator", name: "indicator", limit: TEXT_LIMIT },
  code: { column: "code", name: "code", limit: TEXT_LIMIT },
  title: { column: "title", name: "title", limit: TITLE_LIMIT },
  state: { column: "state", name: "state", limit: TEXT_LIMIT },
  score: { column: "score", name: "score", limit: TEXT_LIMIT },
  scoreReason: { column: "score_reason", name: "reason for the score", limit: TEXT_LIMIT },
  amountUsd: { column: "amount_usd", name: "amount", limit: TEXT_LIMIT },
  actors: { column: "actors", name: "list of actors", limit: TEXT_LIMIT },
  location: { column: "location", name: "place", limit: TEXT_LIMIT },
  sourceTitle: { column: "source_title", name: "title of the source", limit: TEXT_LIMIT },
  sourceUrl: { column: "source_url", name: "address of the source", limit: TEXT_LIMIT },
  sourcePublished: { column: "source_published", name: "day of publication", limit: TEXT_LIMIT },
  sourceReliability: { column: "source_reliability", name: "reliability of the source", limit: TEXT_LIMIT },
  infoCredibility: { column: "info_credibility", name: "credibility of the information", limit: TEXT_LIMIT },
  notes: { column: "notes", name: "notes", limit: NOTES_LIMIT, lines: true },
  amountScope: { column: "amount_scope", name: "scope of the amount", limit: TEXT_LIMIT },
  follows: { column: "follows", name: "reference that this event follows", limit: TEXT_LIMIT },
  project: { column: "project", name: "project", limit: TEXT_LIMIT },
  plannedFor: { column: "planned_for", name: "date that is planned for", limit: TEXT_LIMIT },
  quote: { column: "quote", name: "quoted sentence", limit: QUOTE_LIMIT },
} as const satisfies Record<string, FieldSpec>;

export type EventField = keyof typeof EVENT_FIELDS;

export function isEventField(name: string): name is EventField {
  return Object.hasOwn(EVENT_FIELDS, name);
}

export const EVENT_FIELD_NAMES: readonly EventField[] = Object.keys(EVENT_FIELDS).filter(isEventField);

/** Column name to field. */
export const FIELD_OF_COLUMN: ReadonlyMap<string, EventField> = new Map(
  EVENT_FIELD_NAMES.map((field) => [EVENT_FIELDS[field].column, field]),
);

/** Without these no row of a file can be valid. A file also needs `code` or `state`. */
export const REQUIRED_FIELDS = [
  "date",
  "indicator",
  "title",
  "sourceTitle",
  "sourceReliability",
  "infoCredibility",
] as const satisfies readonly EventField[];
