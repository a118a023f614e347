/** Retracts an event: asks for the reason and says what it does before it does it. */
import type { ApiEvent } from "../../worker/contract/api-types";
import { h } from "../lib/dom";
import { reasonForm } from "../propositions/reason-form";

export interface RetractOptions {
  slug: string;
  event: ApiEvent;
  onRetracted: () => void;
  onCancel: () => void;
}

export const retractDraft = ({ id }: Pick<ApiEvent, "id">): string => `event.${id}.retraction`;

export function retractForm({ slug, event, onRetracted, onCancel }: RetractOptions): HTMLElement[] {
  const form = reasonForm({
    slug,
    name: retractDraft(event),
    path: `/scenarios/${encodeURIComponent(slug)}/events/${encodeURIComponent(event.id)}`,
    headers: { "If-Match": `"${event.version}"` },
    label: "Reason for the retraction",
    saveLabel: "Retract the event",
    busyLabel: "Retracting",
    onDone: onRetracted,
    onCancel,
  });
  const meaning =
    "Retracting adds a new version; it deletes and edits nothing. The event's points leave the index, and its month " +
    "counts as looked at only if something else was logged or attested. Links frozen before stay as they were.";
  return [h("p", {}, meaning), form.element];
}
