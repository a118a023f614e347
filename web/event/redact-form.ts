/** An owner removes texts of an event for good: libel, privacy, a court. */
import { REDACTABLE, repeats } from "../../worker/core/redaction";
import type { Redactable } from "../../worker/core/redaction";
import type { RedactionAnswer } from "../../worker/contract/redaction-requests";
import { textControl } from "../forms/controls";
import { api } from "../lib/api";
import { h } from "../lib/dom";
import { countOf } from "../lib/format";
import { visibleText } from "../lib/user-text";
import { askForm } from "../propositions/ask-form";
import { checkboxes } from "./checkboxes";
import type { Dossier } from "./dossier";
import { presentText, removableName, REMOVABLE, textsOf } from "./redaction-words";

const LABELS = { fields: "What to remove", reason: "Reason", ref: "Type the event's reference" };
const SHOWN = 80;

function shortened(text: string): string {
  const letters = Array.from(visibleText(text));
  return letters.length > SHOWN ? `${letters.slice(0, SHOWN).join("")}\u2026` : letters.join("");
}

const isRedactable = (name: string): name is Redactable => REDACTABLE.some((one) => one === name);

function explanation(): HTMLElement {
  return h(
    "ul",
    {},
    h(
      "li",
      {},
      "The text goes from every version of the event, from the links shared and frozen before, and from every file made here.",
    ),
    h("li", {}, "It cannot be brought back, not even by you. Points, dates and grades stay as they are."),
    h("li", {}, "The page says that something was removed, when and why; the chain of the ledger still verifies."),
    h("li", {}, "It does not reach copies that somebody downloaded, or reasons written for earlier changes."),
  );
}

export function redactForm(dossier: Dossier, onCancel: () => void): HTMLElement {
  const { page, event, versions, life, path, blind, onDone } = dossier;
  const options = REMOVABLE.map((field) => ({
    value: field,
    label: removableName(field),
    // The reason for a score set by hand gives the score away.
    detail: blind && field === "scoreReason" ? "shown with the grade" : shortened(presentText(field, event, life)),
  }));
  const form = askForm(page.slug, {
    name: `event.${event.id}.redaction`,
    fields: {
      fields: checkboxes({
        name: "redact-fields",
        label: LABELS.fields,
        hint: "Text that is gone from the newest version may still stand in an earlier one.",
        options,
        empty: "nothing now",
      }),
      reason: textControl({
        name: "redact-reason",
        label: LABELS.reason,
        rows: 2,
        hint: "Shown to everybody and kept for good: it must not repeat what is removed.",
      }),
      ref: textControl({ name: "redact-ref", label: LABELS.ref, hint: `${event.ref}, to make sure.` }),
    },
    labels: LABELS,
    saveLabel: "Remove it for good",
    busyLabel: "Removing",
    danger: true,
    onCancel,
    check: (typed) => {
      const fields = typed.fields.split(" ").filter(isRedactable);
      const telling = repeats(typed.reason, textsOf(fields, versions, life));
      return {
        ...(fields.length === 0 && { fields: "Choose what to remove." }),
        ...(telling && { reason: "This repeats what is to be removed. Say why without it." }),
        ...(typed.reason.trim() === "" && { reason: "Say why, in a few words." }),
        ...(typed.ref.trim() !== event.ref && { ref: `Type ${event.ref} here.` }),
      };
    },
    send: async ({ fields, reason }) => {
      const { links } = await api<RedactionAnswer>("POST", `${path}/redact`, {
        body: { reason: reason.trim(), fields: fields.split(" ").filter(isRedactable) },
      });
      const rewritten =
        links === 0 ? "No shared link held it." : `It is gone from ${countOf(links, "shared link")} too.`;
      return () => onDone(`The text is removed for good. ${rewritten}`);
    },
  });
  return h("div", { class: "stack" }, explanation(), form.element);
}
