import { and, asc, eq } from "drizzle-orm";
import { reviewDelta, type ReviewCounts } from "../core/reviews";
import type { EventReview } from "../core/types";
import { insertRows, replaceColumns } from "./bulk";
import type { Database } from "./database";
import type { ReviewRow } from "./discussion-rows";
import { reviewCounts, reviews } from "./schema";

const KEY = ["scenario", "event", "analyst"];
const UPSERT = `("scenario", "event", "analyst") DO UPDATE SET ${replaceColumns(reviews, KEY)}`;

/** The latest that each analyst held of an event, in the order given, also what was taken back. */
export async function reviewsOf(db: Database, scenario: string, event: string): Promise<ReviewRow[]> {
  const [rows] = await db.query.batch([
    db.query
      .select()
      .from(reviews)
      .where(and(eq(reviews.scenario, scenario), eq(reviews.event, event)))
      .orderBy(asc(reviews.revision)),
  ]);
  return rows;
}

/** A review with how its event stands from now on; a retracted one is counted nowhere. */
export function reviewStatements(
  d1: D1Database,
  row: ReviewRow,
  { before, after, counted }: { before: EventReview; after: EventReview; counted: boolean },
): D1PreparedStatement[] {
  return [
    ...insertRows(d1, reviews, [row], UPSERT),
    d1.prepare("UPDATE events SET review = ?3 WHERE scenario = ?1 AND ref = ?2").bind(row.scenario, row.event, after),
    ...(counted ? standingStatements(d1, row.scenario, [{ before, after }]) : []),
  ];
}

export async function loadReviewCounts(db: Database, scenario: string): Promise<ReviewCounts> {
  const [[row]] = await db.query.batch([
    db.query.select().from(reviewCounts).where(eq(reviewCounts.scenario, scenario)),
  ]);
  return row ?? { agreed: 0, disputed: 0 };
}

/** Statements that carry changes of events' standing into the counts; none where nothing changes. */
export function standingStatements(
  d1: D1Database,
  scenario: string,
  changes: { before: EventReview; after: EventReview }[],
): D1PreparedStatement[] {
  const { agreed, disputed } = reviewDelta(changes);
  if (agreed === 0 && disputed === 0) return [];
  return [
    d1
      .prepare("UPDATE review_counts SET agreed = agreed + ?2, disputed = disputed + ?3 WHERE scenario = ?1")
      .bind(scenario, agreed, disputed),
  ];
}
