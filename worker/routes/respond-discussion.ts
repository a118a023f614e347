import type { ApiComment, ApiNote, ApiRedaction, ApiReport, ApiReview } from "../contract/api-types";
import type { EventRedaction } from "../actions/event-life";
import type { Credibility } from "../core/types";
import type { CommentRow, NoteRow, ReportRow, ReviewRow } from "../store/discussion-rows";
import type { Names } from "./respond";

function nameOf(names: Names, who: string): string {
  return names.get(who) ?? who;
}

export function apiReport(row: ReportRow, names: Names): ApiReport {
  const { number, sourceTitle, sourceUrl, sourcePublished, sourceReliability, quote, recordedAt, revision } = row;
  const infoCredibility = row.infoCredibility as Credibility;
  const by = nameOf(names, row.who);
  const source = { sourceTitle, sourceUrl, sourcePublished, sourceReliability, infoCredibility, quote };
  return { number, ...source, recordedAt, by, revision };
}

export function apiReview(row: ReviewRow, names: Names): ApiReview {
  const { judgement, sourceReliability, comment, blind, eventVersion, recordedAt, revision } = row;
  const infoCredibility = row.infoCredibility as Credibility;
  const by = nameOf(names, row.analyst);
  return { by, judgement, sourceReliability, infoCredibility, comment, blind, eventVersion, recordedAt, revision };
}

/** `caller` is who reads it: their own comments they may remove. */
export function apiComment(row: CommentRow, names: Names, caller: string): ApiComment {
  const { number, text, recordedAt, who } = row;
  return { number, text, recordedAt, by: nameOf(names, who), mine: who === caller };
}

export function apiNote(row: NoteRow, names: Names): ApiNote {
  const { month, text, version, closes, who, recordedAt, revision } = row;
  return { month, text, version, closes, by: nameOf(names, who), recordedAt, revision };
}

export function apiRedaction({ fields, reason, who, at, revision }: EventRedaction, names: Names): ApiRedaction {
  return { fields, reason, by: nameOf(names, who), recordedAt: at, revision };
}
