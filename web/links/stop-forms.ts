/** Asks once more, in place, before an address stops working. */
import type { MadeLink, Snapshot } from "../../worker/contract/link-types";
import { textControl } from "../forms/controls";
import { h } from "../lib/dom";
import { rotateLink, withdrawLink } from "./link-calls";
import { smallForm } from "./small-form";

export const withdrawDraft = ({ id }: Pick<Snapshot, "id">): string => `${id}.withdrawal`;

/** With an optional reason that whoever opens the link afterwards reads. */
export function withdrawForm(link: Snapshot, onDone: (link: Snapshot) => void, onCancel: () => void): HTMLFormElement {
  const reason = textControl({
    name: `reason-${link.id}`,
    label: "Reason",
    optional: true,
    hint: "Whoever opens the link from now on reads it.",
  });
  return smallForm({
    kept: {
      name: `links.${withdrawDraft(link)}`,
      fields: ["reason"],
      values: () => ({ reason: reason.value() }),
      set: ({ reason: typed = "" }) => reason.set(typed),
    },
    content: [
      h("p", {}, "The link stops working at once and cannot be opened again. The log is not touched."),
      reason.element,
    ],
    label: "Withdraw now",
    busyLabel: "Withdrawing",
    danger: true,
    async send() {
      const withdrawn = await withdrawLink(link.id, reason.value().trim());
      return () => onDone(withdrawn);
    },
    onCancel,
  });
}

export function rotateForm(link: Snapshot, onDone: (link: MadeLink) => void, onCancel: () => void): HTMLFormElement {
  return smallForm({
    content: [
      h(
        "p",
        {},
        "The link gets a new address, shown once. ",
        h("strong", {}, "The old one stops at once"),
        ": whoever has it finds nothing there. Passphrase, limits and count stay.",
      ),
    ],
    label: "Make a new address",
    busyLabel: "Making it",
    danger: true,
    async send() {
      const rotated = await rotateLink(link.id);
      return () => onDone(rotated);
    },
    onCancel,
  });
}
