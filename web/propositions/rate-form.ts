/** Rates what an event says about a proposition. The question is put both ways, and the rival explanation is asked for. */
import { upperFirst } from "../../worker/core/labels";
import { LIKELIHOOD_RATIOS } from "../../worker/contract/likelihood";
import { firstDayOf } from "../../worker/core/months";
import { likelihoodLabel } from "../../worker/core/proposition-labels";
import type { ViewEvidence, ViewProposition } from "../../worker/core/view-types";
import { radioControl, selectControl, textControl } from "../forms/controls";
import { api } from "../lib/api";
import { h } from "../lib/dom";
import { visibleText } from "../lib/user-text";
import { askForm, type AskForm } from "./ask-form";
import { eventPicker, type FoundEvent } from "./event-picker";

const LABELS = {
  event: "Event",
  likelihoodRatio: "How many times likelier is this report if the claim comes true than if not?",
  rivalExplanation: "What else could explain the report?",
  cluster: "Does it share its cause with another item?",
  newCluster: "Name of the cause",
  reason: "Reason for the change",
};
type Field = keyof typeof LABELS;

/** The value of the choice that asks for a new cluster; no cluster can have it, for names are trimmed. */
const NEW_CLUSTER = " new";

export interface RateOptions {
  slug: string;
  proposition: ViewProposition;
  startsOn: string;
  /** The rating to be changed; null for a new one. */
  change: ViewEvidence | null;
  onSaved: (event: string) => void;
  onCancel: () => void;
}

/** Why an event would not count for this proposition; "" if it would. */
export function cannotCount(
  { date }: Pick<FoundEvent, "date">,
  { outcome, deadline }: Pick<ViewProposition, "outcome" | "deadline">,
  startsOn: string,
): string {
  const day = firstDayOf(date);
  if (day <= startsOn) return "Too early: it is part of the base rate and cannot count";
  if (day > deadline) return "After the deadline: it cannot count";
  const settled = outcome?.on ?? null;
  return settled !== null && day >= firstDayOf(settled) ? "Not before the outcome: it cannot count" : "";
}

/** The clusters there are, each with the title of its first item. */
export function clustersOf(evidence: readonly ViewEvidence[]): { value: string; label: string }[] {
  const first = new Map<string, string>();
  for (const { cluster, title } of evidence) if (cluster !== null && !first.has(cluster)) first.set(cluster, title);
  return [...first].map(([value, title]) => ({ value, label: `${visibleText(value)} (${visibleText(title)})` }));
}

function fieldsFor({ slug, proposition, startsOn }: RateOptions, notes: Map<string, string>) {
  const name = (field: Field) => ({ name: `rate-${field}`, label: LABELS[field] });
  return {
    event: eventPicker({
      slug,
      ...name("event"),
      noteOf: (event) => {
        const note = cannotCount(event, proposition, startsOn);
        notes.set(event.ref, note);
        return note;
      },
    }),
    likelihoodRatio: radioControl({
      ...name("likelihoodRatio"),
      as: "list",
      hint: "One item at a time, as if nothing else were known. A dramatic report that would come either way says nothing.",
      options: LIKELIHOOD_RATIOS.map((value) => ({ value, label: upperFirst(likelihoodLabel(value)) })),
    }),
    rivalExplanation: textControl({
      ...name("rivalExplanation"),
      rows: 2,
      hint: "How the same report could come about although the claim goes the other way.",
    }),
    cluster: selectControl({
      ...name("cluster"),
      optional: true,
      hint: "Of the items with one cause only the strongest counts.",
      empty: "No, it stands on its own",
      options: [...clustersOf(proposition.evidence), { value: NEW_CLUSTER, label: "Yes, a cause not named yet" }],
    }),
    newCluster: textControl({ ...name("newCluster"), hint: "Such as: cancellation in September." }),
    reason: textControl({ ...name("reason"), hint: "This event is rated already: the new rating corrects it." }),
  };
}

/** A change has a draft of its own, so that it does not write over a new rating that was left unfinished. */
export function rateDraft(id: string, change: ViewEvidence | null): string {
  return `proposition.${id}.evidence${change ? `.${change.event}` : ""}`;
}

export function rateForm(options: RateOptions): AskForm<Field> {
  const { slug, proposition } = options;
  // A rating that counts on no day would be listed nowhere: it is refused here, where the reason can be given.
  const notes = new Map<string, string>();
  const fields = fieldsFor(options, notes);
  fields.likelihoodRatio.element.classList.add("ladder");
  const isRated = (event: string): boolean => proposition.evidence.some((item) => item.event === event);
  const path = `/scenarios/${encodeURIComponent(slug)}/propositions/${encodeURIComponent(proposition.id)}/evidence`;
  const { change } = options;
  return askForm<Field>(slug, {
    name: rateDraft(proposition.id, change),
    fields,
    ...(change && { start: { ...change, cluster: change.cluster ?? "" } }),
    labels: LABELS,
    saveLabel: "Save the rating",
    busyLabel: "Saving",
    onCancel: options.onCancel,
    body: [
      fields.event.element,
      fields.likelihoodRatio.element,
      fields.rivalExplanation.element,
      h("div", { class: "form-part" }, fields.cluster.element, fields.newCluster.element),
      fields.reason.element,
    ],
    onInput: ({ event, cluster }) => {
      fields.newCluster.element.hidden = cluster !== NEW_CLUSTER;
      fields.reason.element.hidden = !isRated(event);
    },
    check: (typed) => ({
      ...(notes.get(typed.event) && { event: `${notes.get(typed.event)}. Choose another.` }),
      ...(typed.event === "" && { event: "Find the event and choose it." }),
      ...(typed.likelihoodRatio === "" && { likelihoodRatio: "Choose one." }),
      ...(typed.rivalExplanation.trim() === "" && { rivalExplanation: "Name one, however unlikely it is." }),
      ...(typed.cluster === NEW_CLUSTER && typed.newCluster.trim() === "" && { newCluster: "Give it a name." }),
      ...(isRated(typed.event) && typed.reason.trim() === "" && { reason: "Say why, in a few words." }),
    }),
    send: async (typed) => {
      const cluster = typed.cluster === NEW_CLUSTER ? typed.newCluster.trim() : typed.cluster;
      await api("POST", path, {
        body: {
          event: typed.event,
          likelihoodRatio: typed.likelihoodRatio,
          cluster: cluster === "" ? null : cluster,
          rivalExplanation: typed.rivalExplanation.trim(),
          ...(isRated(typed.event) && { reason: typed.reason.trim() }),
        },
      });
      return () => options.onSaved(typed.event);
    },
  });
}
