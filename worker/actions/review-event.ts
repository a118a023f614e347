import { DomainError } from "../core/errors";
import { weight100 } from "../core/grading";
import { reviewSubject, splitReview } from "../core/ledger-statements";
import { judgementOf, reviewOf } from "../core/reviews";
import type { Credibility, Reliability, Review } from "../core/types";
import type { Database } from "../store/database";
import { reviewRow, type ReviewRow } from "../store/discussion-rows";
import type { StoredEvent } from "../store/event-rows";
import { reviewsOf, reviewStatements } from "../store/reviews";
import { eventAuthors } from "./event-authors";
import { requireEvent } from "./change-event";
import { commitRemark, type Remark } from "./commit-remark";
import type { ActionContext } from "./context";

interface Look {
  ref: string;
  /** The version of the event that was looked at. */
  version: number;
  sourceReliability: Reliability;
  infoCredibility: Credibility;
  agrees: boolean;
  comment: string;
  seen: boolean;
}

/** A review, and its event as it stands with it: nothing need be read after the write, which could fail. */
interface Reviewed {
  row: ReviewRow;
  event: StoredEvent;
}

/** Records what somebody other than its authors holds of an event's current version. */
export async function reviewEvent(context: ActionContext, slug: string, look: Look): Promise<Reviewed> {
  const { db, who: analyst } = context;
  let stands: StoredEvent | undefined;
  const { row } = await commitRemark(context, slug, "", async ({ registration }) => {
    const event = await requireEvent(db, slug, look.ref);
    await requireReviewable(db, slug, event, look.version, analyst);
    const { sourceReliability, infoCredibility, comment } = look;
    const own100 = weight100(registration, sourceReliability, infoCredibility);
    const judgement = judgementOf({ agrees: look.agrees, own100, event100: event.weight100 });
    if (!look.agrees && comment.trim() === "") {
      throw new DomainError("invalid", "Say in a sentence what is not right, so that it can be corrected.", "comment");
    }
    const all = await reviewsOf(db, slug, event.ref);
    const earlier = all.find((one) => one.analyst === analyst);
    // The answer to the first review shows the grade: only that one is blind.
    const repeated = earlier?.eventVersion === event.version;
    const blind = !repeated && !look.seen;
    const said = { judgement, sourceReliability, infoCredibility, comment };
    const review = { event: event.ref, analyst, eventVersion: event.version, ...said, blind };
    // A review that is sent twice must not lose its mark of being blind.
    stands = event;
    if (earlier && repeated && earlier.status === "active" && isSame(earlier, review)) return { standing: earlier };
    const others = all.filter((one) => one.status === "active" && one.analyst !== analyst);
    stands = { ...event, review: reviewOf(event.version, [...others, review]) };
    return remark(db, event, review, { versions: earlier?.version ?? 0, others, op: earlier ? "correct" : "record" });
  });
  return reviewed(row, stands);
}

/** Takes one's own review back. */
export async function withdrawReview(
  context: ActionContext,
  slug: string,
  ref: string,
  reason: string,
): Promise<Reviewed> {
  const { db, who: analyst } = context;
  let stands: StoredEvent | undefined;
  const { row } = await commitRemark(context, slug, reason, async () => {
    const event = await requireEvent(db, slug, ref);
    const all = await reviewsOf(db, slug, ref);
    const current = all.find((one) => one.analyst === analyst);
    if (current?.status !== "active") {
      throw new DomainError("not-found", `You have not reviewed ${ref}, so there is nothing to take back.`);
    }
    const { eventVersion, judgement, sourceReliability, infoCredibility, blind, comment } = current;
    const grade = { sourceReliability, infoCredibility: infoCredibility as Credibility };
    const review = { event: ref, analyst, eventVersion, judgement, ...grade, blind, comment };
    const others = all.filter((one) => one.status === "active" && one.analyst !== analyst);
    stands = { ...event, review: reviewOf(event.version, others) };
    return remark(db, event, review, { versions: current.version, others, op: "retract" });
  });
  return reviewed(row, stands);
}

function reviewed(row: ReviewRow, event: StoredEvent | undefined): Reviewed {
  if (!event) throw new Error("A review was written without its event");
  return { row, event };
}

async function requireReviewable(
  db: Database,
  slug: string,
  event: StoredEvent,
  version: number,
  analyst: string,
): Promise<void> {
  if ((await eventAuthors(db, slug, event.ref)).has(analyst)) {
    throw new DomainError("forbidden", "You wrote this one; somebody else must review it.");
  }
  if (event.status === "retracted") {
    throw new DomainError("conflict", `${event.ref} was retracted: there is nothing left to review.`);
  }
  if (event.version === version) return;
  // Without the current version, which would show its grade.
  throw new DomainError(
    "stale-version",
    `${event.ref} was changed since you opened it. Load it again and review that.`,
  );
}

function isSame(row: ReviewRow, review: Review): boolean {
  return (
    row.judgement === review.judgement &&
    row.sourceReliability === review.sourceReliability &&
    row.infoCredibility === review.infoCredibility &&
    row.comment === review.comment
  );
}

function remark(
  db: Database,
  event: StoredEvent,
  review: Review,
  { versions, others, op }: { versions: number; others: ReviewRow[]; op: "record" | "correct" | "retract" },
): Remark<ReviewRow> {
  const after = reviewOf(event.version, op === "retract" ? others : [...others, review]);
  return {
    draft: { kind: "review", subject: reviewSubject(event.ref, review.analyst), op, ...splitReview(review) },
    versions,
    rowOf: (written) => reviewRow(review, written),
    project: (row) => reviewStatements(db.d1, row, { before: event.review, after, counted: event.status === "active" }),
  };
}
