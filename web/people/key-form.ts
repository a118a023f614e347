/** Makes an access key, and shows it the one time that it can be. */
import type { MadeKey } from "../../worker/contract/people-types";
import { textControl } from "../forms/controls";
import { h } from "../lib/dom";
import { copyLine } from "../lib/copy";
import { askForm } from "../propositions/ask-form";
import { makeKey } from "./calls";

export const keyDraft = (person: string): string => `key.${person}`;

export interface KeyFormOptions {
  person: string;
  onDone: (key: MadeKey) => void;
  onCancel?: () => void;
}

export function keyForm({ person, onDone, onCancel }: KeyFormOptions): HTMLElement {
  const form = askForm("people", {
    name: keyDraft(person),
    labels: { label: "What it is for" },
    fields: {
      label: textControl({
        name: `key-label-${person}`,
        label: "What it is for",
        hint: "A script or a machine, such as “import on the desk's server”. A key can do all that its person can.",
      }),
    },
    saveLabel: "Make a key",
    busyLabel: "Making it",
    check: ({ label }) => (label.trim() === "" ? { label: "Say what the key is for, to know it again." } : {}),
    send: async ({ label }) => {
      const key = await makeKey({ label: label.trim(), person });
      return () => {
        form.set({});
        onDone(key);
      };
    },
    ...(onCancel && { onCancel }),
  });
  return form.element;
}

export function shownKey({ id, key }: MadeKey): HTMLElement {
  return h(
    "div",
    { class: "notice success stack tight", tabindex: -1 },
    copyLine({
      id: `made-key-${id}`,
      label: "The key, shown only now",
      text: key,
      hint: "Sent as “Authorization: Bearer” with each request. Keep it where nobody else reads it.",
    }),
  );
}
