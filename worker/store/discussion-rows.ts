import type { Comment, Note, Report, Review } from "../core/types";
import type { comments, notes, reports, reviews } from "./schema";
import type { Place } from "./statement-rows";

export type ReportRow = typeof reports.$inferSelect;
export type ReviewRow = typeof reviews.$inferSelect;
export type CommentRow = typeof comments.$inferSelect;
export type NoteRow = typeof notes.$inferSelect;

/** Where an entry stands, who wrote it and when, and whether it still holds. */
export interface Written extends Place {
  scenario: string;
  status: "active" | "retracted";
  who: string;
  recordedAt: number;
}

export function reportRow(
  report: Report,
  { scenario, version, revision, status, who, recordedAt }: Written,
): ReportRow {
  return { ...report, scenario, version, revision, status, who, recordedAt };
}

/** Its analyst is who wrote it. */
export function reviewRow(review: Review, { scenario, version, revision, status, recordedAt }: Written): ReviewRow {
  return { ...review, scenario, version, revision, status, recordedAt };
}

export function commentRow(
  comment: Comment,
  { scenario, version, revision, status, who, recordedAt }: Written,
): CommentRow {
  return { ...comment, scenario, version, revision, status, who, recordedAt };
}

export function noteRow(note: Note, { scenario, version, revision, status, who, recordedAt }: Written): NoteRow {
  return { ...note, scenario, version, revision, status, who, recordedAt };
}
