/** Stands where the grade would, until the reader has given their own: a grade that was seen first is copied. */
import { h } from "../lib/dom";
import { hasDraft } from "../lib/drafts";
import { workPlace } from "../propositions/work-place";
import type { Dossier } from "./dossier";
import { reviewDraft, reviewForm } from "./review-form";
import { button } from "./section";

export function gate(dossier: Dossier): HTMLElement {
  const { page, event, onShowGrade } = dossier;
  const work = workPlace(
    button("Review", () => open(), "primary"),
    button("Show me anyway", onShowGrade),
  );
  const open = (): void => work.open("Your review", (onCancel) => [reviewForm(dossier, onCancel).element]);
  if (location.hash === "#review" || hasDraft(page.slug, reviewDraft(event))) open();
  return h(
    "div",
    { class: "gate stack tight", id: "review" },
    h("h3", {}, "Review it before you see its grade"),
    h(
      "p",
      {},
      "Grade, score, points and what others held are folded away, so that your judgement is your own. Read the " +
        "source, then grade it yourself.",
    ),
    work.element,
  );
}
