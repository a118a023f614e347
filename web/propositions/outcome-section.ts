/** The outcome with its source, and the forms to record, correct or take it back. */
import { h } from "../lib/dom";
import { hasDraft } from "../lib/drafts";
import { canWrite } from "../lib/header";
import { outcomeBadge } from "../view/outright";
import { settlement } from "../view/propositions";
import type { SectionOptions } from "./evidence-section";
import { reasonForm } from "./reason-form";
import { resolveDraft, resolveForm } from "./resolve-form";
import { workPlace } from "./work-place";

export function outcomeSection({ page, proposition, onDone }: SectionOptions): HTMLElement {
  const { id, outcome } = proposition;
  const settle = (): void =>
    work.open(outcome ? "Correct the outcome" : "Record the outcome", (onCancel) => [
      resolveForm({
        slug: page.slug,
        proposition,
        onSaved: () => onDone("The outcome is saved."),
        onCancel,
      }).element,
    ]);
  const reopen = (): void =>
    work.open("Re-open", (onCancel) => [
      h("p", {}, "The outcome will count no longer, and forecasts can be recorded again. It stays in the history."),
      reasonForm({
        slug: page.slug,
        name: `proposition.${id}.re-opening`,
        path: `/scenarios/${encodeURIComponent(page.slug)}/propositions/${encodeURIComponent(id)}/resolution`,
        saveLabel: "Re-open it",
        busyLabel: "Re-opening",
        onDone: () => onDone("It is open again."),
        onCancel,
      }).element,
    ]);
  const button = (label: string, onclick: () => void) =>
    h("button", { class: "button", type: "button", onclick }, label);
  const work = outcome
    ? workPlace(button("Correct the outcome", settle), button("Re-open", reopen))
    : workPlace(button("Record the outcome", settle));
  if (canWrite(page) && hasDraft(page.slug, resolveDraft(id))) settle();
  return h(
    "section",
    { class: "stack", "aria-labelledby": "outcome" },
    h("h2", { id: "outcome" }, "Outcome"),
    h(
      "p",
      {},
      outcomeBadge(proposition),
      " ",
      ...(outcome ? settlement(proposition) : ["No outcome is recorded yet."]),
    ),
    canWrite(page) && work.element,
  );
}
