/** Asks a second analyst for a grade of their own and whether the event is coded right. */
import type { ApiEvent } from "../../worker/contract/api-types";
import type { Judgement } from "../../worker/core/types";
import { radioControl, textControl } from "../forms/controls";
import { stepLabel } from "../forms/readable";
import { api } from "../lib/api";
import { h } from "../lib/dom";
import { userText } from "../lib/user-text";
import { askForm, type AskForm } from "../propositions/ask-form";
import type { Dossier } from "./dossier";
import { GRADE_LABELS, gradeOf, gradeProblems, gradeQuestions } from "./grade-questions";
import { comparisonSentence } from "./review-words";
import type { Grade } from "./review-words";

const LABELS = { ...GRADE_LABELS, agrees: "Is it coded right?", comment: "Comment" };
type Field = keyof typeof LABELS;

interface ReviewAnswer {
  judgement: Judgement;
  /** The grade that was there first. */
  first: Grade;
}

const DONE: Record<Judgement, string> = {
  agreed: "Your review is saved: you agree.",
  disputed: "Your review is saved: the event is disputed.",
};

/** Another version is another review: what was typed for an older one is not carried over. */
export const reviewDraft = ({ id, version }: Pick<ApiEvent, "id" | "version">): string =>
  `event.${id}.review.${version}`;

export function reviewForm(dossier: Dossier, onCancel: () => void): AskForm<Field> {
  const { page, view, event, indicator, path, blind, onDone } = dossier;
  const fields = {
    ...gradeQuestions("review"),
    agrees: radioControl({
      name: "review-agrees",
      label: LABELS.agrees,
      as: "pills",
      options: [
        { value: "yes", label: "Yes" },
        { value: "no", label: "No" },
      ],
    }),
    comment: textControl({
      name: "review-comment",
      label: LABELS.comment,
      optional: true,
      rows: 3,
      hint: "Needed if it is not coded right: say what is.",
    }),
  };
  const coded = h(
    "p",
    {},
    "It is coded as ",
    h("strong", {}, indicator?.label ?? event.indicator),
    ": ",
    h("strong", {}, userText(stepLabel(event, indicator))),
    ".",
  );
  return askForm<Field>(page.slug, {
    name: reviewDraft(event),
    fields,
    labels: LABELS,
    saveLabel: "Send the review",
    busyLabel: "Sending",
    onCancel,
    body: [
      h(
        "p",
        { class: "muted" },
        blind
          ? "The first grade is shown once yours is sent."
          : "You have seen the grade, so this is a second opinion and not a blind one.",
      ),
      fields.sourceReliability.element,
      fields.infoCredibility.element,
      coded,
      fields.agrees.element,
      fields.comment.element,
    ],
    check: (typed) => ({
      ...gradeProblems(typed),
      ...(typed.agrees === "" && { agrees: "Choose yes or no." }),
      ...(typed.agrees === "no" && typed.comment.trim() === "" && { comment: "Say what is not right." }),
    }),
    send: async (typed) => {
      const own = gradeOf(typed);
      const { judgement, first } = await api<ReviewAnswer>("POST", `${path}/review`, {
        body: {
          ...own,
          agrees: typed.agrees === "yes",
          comment: typed.comment.trim(),
          seen: !blind,
        },
        headers: { "If-Match": `"${event.version}"` },
      });
      // Said where the grade is shown now, which the person waits for.
      const said = `${DONE[judgement]} ${comparisonSentence(own, first, view)}`;
      return () => onDone(said, blind ? "event-source" : "reviews");
    },
  });
}
