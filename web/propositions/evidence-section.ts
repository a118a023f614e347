/** The evidence with the forms to rate, change and remove it. */
import type { PageData } from "../../worker/contract/page";
import type { ScenarioView, ViewEvidence, ViewProposition } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { hasDraft } from "../lib/drafts";
import { canWrite, scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";
import { evidenceList } from "./evidence-view";
import { rateDraft, rateForm } from "./rate-form";
import { reasonForm } from "./reason-form";
import { workPlace } from "./work-place";

export interface SectionOptions {
  page: PageData;
  view: ScenarioView;
  proposition: ViewProposition;
  /** Says what was done, after reading everything again. */
  onDone: (done: string) => void;
}

export function evidenceSection({ page, view, proposition, onDone }: SectionOptions): HTMLElement {
  const writes = canWrite(page);
  const rate = h("button", { class: "button", type: "button", onclick: () => openRating(null) }, "Rate an event");
  const work = workPlace(rate);
  const openRating = (change: ViewEvidence | null): void =>
    work.open(change ? "Change a rating" : "Rate an event", (onCancel) => [
      rateForm({
        slug: page.slug,
        proposition,
        startsOn: proposition.addedOn ?? view.registeredOn,
        change,
        onSaved: () => onDone(change ? "The rating is changed." : "The rating is saved."),
        onCancel,
      }).element,
    ]);
  const remove = ({ event, title }: ViewEvidence): void =>
    work.open("Remove a rating", (onCancel) => [
      h("p", {}, "The rating of ", userText(title), " will no longer count; it stays in the history."),
      reasonForm({
        slug: page.slug,
        name: `proposition.${proposition.id}.removal.${event}`,
        path: `/scenarios/${encodeURIComponent(page.slug)}/propositions/${encodeURIComponent(proposition.id)}/evidence/${encodeURIComponent(event)}`,
        saveLabel: "Remove the rating",
        busyLabel: "Removing",
        onDone: () => onDone("The rating is removed."),
        onCancel,
      }).element,
    ]);
  const list = evidenceList(proposition, {
    mode: view.mode,
    eventHref: (ref) => scenarioPath(page.slug, `/events/${encodeURIComponent(ref)}`),
    actions: writes ? { change: openRating, remove } : null,
  });
  if (writes && proposition.now !== null && hasDraft(page.slug, rateDraft(proposition.id, null))) openRating(null);
  return h(
    "section",
    { class: "stack", "aria-labelledby": "evidence" },
    h("h2", { id: "evidence" }, "Why"),
    ...list,
    writes && proposition.now !== null && work.element,
  );
}
