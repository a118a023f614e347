/** What stands in the form's fields, as typed. */

export const FIELDS = [
  "indicator",
  "title",
  "date",
  "code",
  "state",
  "amountUsd",
  "amountScope",
  "project",
  "plannedFor",
  "sourceUrl",
  "sourceTitle",
  "sourceReliability",
  "infoCredibility",
  "quote",
  "location",
  "actors",
  "sourcePublished",
  "follows",
  "notes",
  "score",
  "scoreReason",
  "reason",
] as const;
export type FieldName = (typeof FIELDS)[number];
export type FormValues = Record<FieldName, string>;
export type FieldProblems = Partial<Record<FieldName, string>>;

export const isFieldName = (name: string): name is FieldName => FIELDS.some((field) => field === name);

/** What each field is called: above it in the form, in the error summary, on the event's page and in differences. */
export const FIELD_LABELS: Record<FieldName, string> = {
  indicator: "Indicator",
  title: "What happened",
  date: "When",
  code: "Which step",
  state: "New state",
  amountUsd: "Amount in US dollars",
  amountScope: "What the amount is",
  project: "Project",
  plannedFor: "Planned for",
  sourceUrl: "Link to the source",
  sourceTitle: "Title of the source",
  sourceReliability: "How reliable is the source?",
  infoCredibility: "How sure is what it says?",
  quote: "Quoted sentence",
  location: "Place",
  actors: "Actors",
  sourcePublished: "Published",
  follows: "Follows",
  notes: "Notes",
  score: "Other score",
  scoreReason: "Reason for the other score",
  reason: "Reason for the correction",
};

export function emptyValues(): FormValues {
  // `fromEntries` cannot know that every field is listed; FIELDS is the list.
  return Object.fromEntries(FIELDS.map((field) => [field, ""])) as FormValues;
}
