import type { EventReview, Judgement, Review } from "./types";

/**
 * What a second look comes to: agreed only if the reviewer says that the event is coded right and their own grade weighs
 * the same. Weights in hundredths: C6 and B3 both weigh 50, so they are no disagreement.
 *
 * @example judgementOf({ agrees: true, own100: 50, event100: 75 }) // "disputed"
 */
export function judgementOf(look: { agrees: boolean; own100: number; event100: number }): Judgement {
  return look.agrees && look.own100 === look.event100 ? "agreed" : "disputed";
}

/**
 * How an event's version stands: disputed if anybody disputes it, else agreed if anybody agrees, else unreviewed. An
 * agreement holds for the version that was looked at; a dispute also for later ones, until whoever disputes looks again:
 * it cannot be shaken off by a correction of something else.
 *
 * @example reviewOf(2, [{ eventVersion: 1, judgement: "agreed" }]) // "unreviewed"
 * @example reviewOf(2, [{ eventVersion: 1, judgement: "disputed" }, { eventVersion: 2, judgement: "agreed" }]) // "disputed"
 */
export function reviewOf(version: number, reviews: readonly Pick<Review, "eventVersion" | "judgement">[]): EventReview {
  if (reviews.some(({ judgement }) => judgement === "disputed")) return "disputed";
  return reviews.some(({ eventVersion }) => eventVersion === version) ? "agreed" : "unreviewed";
}

/** How a new version stands before anybody has looked at it. */
export function standingAfter(before: EventReview): EventReview {
  return before === "disputed" ? "disputed" : "unreviewed";
}

/** How many current events have been agreed with, and how many are disputed; the others are unreviewed. */
export interface ReviewCounts {
  agreed: number;
  disputed: number;
}

/**
 * All current events by how they stand: what is neither agreed nor disputed waits for a look.
 *
 * @example standingsOf(198, { agreed: 1, disputed: 1 }) // { unreviewed: 196, agreed: 1, disputed: 1 }
 */
export function standingsOf(all: number, { agreed, disputed }: ReviewCounts): Record<EventReview, number> {
  return { unreviewed: all - agreed - disputed, agreed, disputed };
}

/**
 * What changes of events' standing do to the counts.
 *
 * @example reviewDelta([{ before: "agreed", after: "unreviewed" }]) // { agreed: -1, disputed: 0 }
 */
export function reviewDelta(changes: readonly { before: EventReview; after: EventReview }[]): ReviewCounts {
  const count = (word: EventReview): number =>
    changes.reduce((sum, { before, after }) => sum + Number(after === word) - Number(before === word), 0);
  return { agreed: count("agreed"), disputed: count("disputed") };
}
