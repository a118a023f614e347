/** Retracts an event: asks for the reason and says what it does before it does it. */
import type { PageData } from "../../worker/contract/page";
import { api, asProblem } from "../lib/api";
import { h } from "../lib/dom";
import type { ApiEvent } from "../../worker/contract/api-types";
import { reasonProblem } from "./check";
import { textControl } from "./controls";
import { messagePlace, whileBusy } from "./page-parts";

export interface RetractOptions {
  page: PageData;
  event: ApiEvent;
  onRetracted: () => void;
  onCancel: () => void;
}

export function retractForm({ page, event, onRetracted, onCancel }: RetractOptions): HTMLElement {
  const reason = textControl({
    name: "retraction",
    label: "Reason for the retraction",
    hint: "Kept with the event, for everybody to read.",
    rows: 2,
  });
  const message = messagePlace();
  const button = h("button", { class: "button danger" }, "Retract the event");
  const retract = whileBusy(button, "Retracting", async () => {
    const problem = reasonProblem(reason.value()).reason ?? null;
    reason.problem(problem);
    if (problem !== null) return reason.focus();
    try {
      await api("DELETE", `/scenarios/${encodeURIComponent(page.slug)}/events/${encodeURIComponent(event.id)}`, {
        body: { reason: reason.value().trim() },
        headers: { "If-Match": `"${event.version}"` },
      });
      onRetracted();
    } catch (error) {
      const { status, detail } = asProblem(error);
      message.show(
        "danger",
        status === 412 ? "Somebody changed this event meanwhile. Reload the page, read it again, then decide." : detail,
      );
    }
  });
  return h(
    "form",
    {
      class: "stack",
      novalidate: true,
      onsubmit: (submitted) => {
        submitted.preventDefault();
        void retract();
      },
    },
    h(
      "p",
      {},
      "Retracting adds a new version; it deletes and edits nothing. The event's points leave the index, and its month " +
        "counts as looked at only if something else was logged or attested. Links frozen before stay as they were.",
    ),
    message.element,
    reason.element,
    h("div", { class: "row" }, h("button", { class: "button", type: "button", onclick: onCancel }, "Cancel"), button),
  );
}
