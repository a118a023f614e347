import { joinComment, joinNote, joinReport, joinReview } from "../core/ledger-statements";
import {
  commentRow,
  noteRow,
  reportRow,
  reviewRow,
  type CommentRow,
  type NoteRow,
  type ReportRow,
  type ReviewRow,
  type Written,
} from "./discussion-rows";
import type { EntryRow, Signed } from "./history";
import { openEntry } from "./seal";

/** What people said of events and months, as of the latest commit folded; reviews by event, then by analyst. */
export interface FoldedDiscussion {
  reports: Map<string, ReportRow>;
  reviews: Map<string, Map<string, ReviewRow>>;
  comments: Map<string, CommentRow>;
  notes: Map<string, NoteRow>;
}

export function emptyDiscussion(): FoldedDiscussion {
  return { reports: new Map(), reviews: new Map(), comments: new Map(), notes: new Map() };
}

/** Reviews of one event that were not taken back. */
export function activeReviews({ reviews }: Pick<FoldedDiscussion, "reviews">, event: string): ReviewRow[] {
  return [...(reviews.get(event)?.values() ?? [])].filter(({ status }) => status === "active");
}

/** Applies an entry of kind report, review, comment or note. */
export function foldDiscussion(state: FoldedDiscussion, entry: EntryRow, commit: Signed): void {
  const { scenario, subject, version, revision, op } = entry;
  const { facts, texts } = openEntry(entry);
  const status = op === "retract" ? "retracted" : "active";
  const written: Written = { scenario, version, revision, status, who: commit.who, recordedAt: commit.at };
  switch (entry.kind) {
    case "report":
      state.reports.set(subject, reportRow(joinReport(facts, texts), written));
      return;
    case "comment":
      state.comments.set(subject, commentRow(joinComment(facts, texts), written));
      return;
    case "note":
      state.notes.set(subject, noteRow(joinNote(facts, texts), written));
      return;
    case "review": {
      const review = reviewRow(joinReview(facts, texts), written);
      const ofEvent = state.reviews.get(review.event) ?? new Map<string, ReviewRow>();
      state.reviews.set(review.event, ofEvent.set(review.analyst, review));
      return;
    }
    default:
      throw new Error(`An entry of kind "${entry.kind}" is no part of the discussion`);
  }
}
