import type { Database } from "../store/database";
import { claimsCiting, type CitingClaim } from "../store/cited-by";
import { commentsOf } from "../store/comments";
import type { CommentRow, ReportRow, ReviewRow } from "../store/discussion-rows";
import { commitsAt, subjectEntries } from "../store/history";
import { reportsOf } from "../store/reports";
import { reviewsOf } from "../store/reviews";
import { openEntry } from "../store/seal";
import { threadOf, type ThreadRow } from "../store/threads";
import { requireEvent } from "./change-event";
import { eventAuthors } from "./event-authors";

/** Texts of an event that were removed, by whom, when and why. */
export interface EventRedaction {
  fields: string[];
  reason: string;
  who: string;
  at: number;
  revision: number;
}

export interface EventLife {
  reports: ReportRow[];
  thread: ThreadRow[];
  evidenceFor: CitingClaim[];
  reviews: ReviewRow[];
  comments: CommentRow[];
  redactions: EventRedaction[];
  /** Whether this person may review it: nobody reviews what they wrote, or what was retracted. */
  mayReview: boolean;
}

const stands = ({ status }: { status: "active" | "retracted" }): boolean => status === "active";

/** Everything that was said around one event and still stands. */
export async function eventLife(db: Database, slug: string, ref: string, who: string): Promise<EventLife> {
  const event = await requireEvent(db, slug, ref);
  const [reports, thread, evidenceFor, reviews, comments, redactions, authors] = await Promise.all([
    reportsOf(db, slug, ref),
    threadOf(db, slug, ref),
    claimsCiting(db, slug, ref),
    reviewsOf(db, slug, ref),
    commentsOf(db, slug, ref),
    redactionsOf(db, slug, ref),
    eventAuthors(db, slug, ref),
  ]);
  return {
    reports: reports.filter(stands),
    thread,
    evidenceFor,
    reviews: reviews.filter(stands),
    comments: comments.filter(stands),
    redactions,
    mayReview: stands(event) && !authors.has(who),
  };
}

export async function redactionsOf(db: Database, slug: string, ref: string): Promise<EventRedaction[]> {
  const entries = await subjectEntries(db, slug, "redaction", `event:${ref}`);
  if (entries.length === 0) return [];
  const revisions = entries.map(({ revision }) => revision);
  const commits = await commitsAt(db, slug, revisions);
  return entries.flatMap((entry) => {
    const commit = commits.get(entry.revision);
    const { fields } = openEntry(entry).facts as { fields: string[] };
    return commit ? [{ fields, reason: commit.reason, who: commit.who, at: commit.at, revision: entry.revision }] : [];
  });
}
