/** What others than its author hold of the event, and the way to say so. */
import type { ApiReview } from "../../worker/contract/api-types";
import { momentInWords } from "../forms/event-view";
import { h } from "../lib/dom";
import { hasDraft } from "../lib/drafts";
import { userText } from "../lib/user-text";
import { reasonForm } from "../propositions/reason-form";
import { workPlace } from "../propositions/work-place";
import { ownReview, type Dossier } from "./dossier";
import { gradeLine } from "./source-parts";
import { reviewDraft, reviewForm } from "./review-form";
import { reviewNotes, STANDING } from "./review-words";
import { button, quiet, section, userLines } from "./section";

function reviewItem(review: ApiReview, version: number): HTMLElement {
  const counts = review.eventVersion === version;
  return h(
    "li",
    { class: counts ? "stack tight" : "stack tight spent" },
    h("p", {}, userText(review.by), review.judgement === "agreed" ? " agreed" : " disputed it"),
    gradeLine(review),
    review.comment !== "" && userLines(review.comment),
    h("p", { class: "muted small" }, `${momentInWords(review.recordedAt)}; ${reviewNotes(review, version)}`),
  );
}

/** Why somebody cannot review, where it is not plain. */
function whyNot({ page, event, life, writes }: Dossier): HTMLElement | false {
  if (!writes || life.mayReview || event.status === "retracted") return false;
  return quiet(
    event.by === page.principal?.name
      ? "You wrote this version: somebody else reviews it."
      : "You wrote a version of this event: somebody else reviews it.",
  );
}

export function reviewSection(dossier: Dossier): HTMLElement {
  const { page, event, life, path, blind, onDone } = dossier;
  if (blind) return section("reviews", "Review", quiet("What others held is shown once you have reviewed it."));
  const mine = ownReview(life, event, page);
  const work = workPlace(
    button(mine ? "Review it again" : "Review", () => open()),
    ...(mine ? [button("Take my review back", () => takeBack())] : []),
  );
  const open = (): void => work.open("Your review", (onCancel) => [reviewForm(dossier, onCancel).element]);
  const takeBack = (): void =>
    work.open("Take your review back", (onCancel) => [
      h("p", {}, "It will no longer count. It stays in the ledger."),
      reasonForm({
        slug: page.slug,
        name: `event.${event.id}.review.back`,
        path: `${path}/review`,
        saveLabel: "Take it back",
        busyLabel: "Taking it back",
        onDone: () => onDone("Your review is taken back.", "reviews"),
        onCancel,
      }).element,
    ]);
  const may = life.mayReview && event.status === "active";
  if (may && (hasDraft(page.slug, reviewDraft(event)) || (location.hash === "#review" && !mine))) open();
  const { label, meaning } = STANDING[event.review];
  return section(
    "reviews",
    "Review",
    event.status === "active" && h("p", {}, h("strong", {}, `${label}. `), h("span", { class: "muted" }, meaning)),
    life.reviews.length > 0 &&
      h("ol", { class: "plain entries" }, ...life.reviews.map((review) => reviewItem(review, event.version))),
    event.status === "retracted" && life.reviews.length === 0 && quiet("Nobody reviewed it before it was retracted."),
    whyNot(dossier),
    may && h("div", { id: "review" }, work.element),
  );
}
