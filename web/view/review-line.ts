/** How many events a second person has looked at, beside the verdict that rests on them. */
import type { EventReview } from "../../worker/core/types";
import type { ViewReview } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { countOf } from "../lib/format";

/** The address of the list of events of this standing; null where there is no list to go to. */
export type ReviewHref = ((state: EventReview) => string) | null;

interface ReviewPart {
  text: string;
  /** The events it speaks of; null for all of them. */
  state: EventReview | null;
}

/** What is said, a dispute first. Views frozen before there were reviews say nothing. */
export function reviewParts(review: ViewReview | undefined): ReviewPart[] {
  if (!review) return [];
  const { unreviewed, agreed, disputed } = review;
  const all = unreviewed + agreed + disputed;
  if (all === 0) return [];
  const parts: ReviewPart[] = disputed > 0 ? [{ text: `${disputed} disputed`, state: "disputed" }] : [];
  if (unreviewed === all) {
    const text = `${all} of ${countOf(all, "event")} not yet reviewed by a second person`;
    return [{ text, state: "unreviewed" }];
  }
  if (unreviewed > 0) return [...parts, { text: `${unreviewed} unreviewed`, state: "unreviewed" }];
  return [...parts, { text: `All ${countOf(all, "event")} reviewed by a second person`, state: null }];
}

export function reviewLine(review: ViewReview | undefined, href: ReviewHref): HTMLElement | null {
  const parts = reviewParts(review);
  if (parts.length === 0) return null;
  const items = parts.map(({ text, state }) => {
    const className = state === "disputed" ? "badge disputed" : null;
    return href && state
      ? h("a", { class: className, href: href(state) }, text)
      : h("span", { class: className }, text);
  });
  return h("p", { class: "review-line small" }, ...items);
}
