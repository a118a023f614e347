/** Adds a webhook. */
import type { MadeWebhook } from "../../worker/contract/webhook-types";
import { HAPPENING_KINDS, type HappeningKind } from "../../worker/core/happenings";
import { webhookUrlProblem } from "../../worker/core/webhook-url";
import { radioControl, textControl } from "../forms/controls";
import { askForm } from "../propositions/ask-form";
import type { WebhookCalls } from "./calls";

const ALL = "all";
const CHOICES: { value: string; label: string }[] = [
  { value: ALL, label: "Changes of the verdict, and notes on months" },
  { value: "verdict.changed", label: "Only changes of the verdict" },
  { value: "note.written", label: "Only notes on months" },
];

function kindsOf(chosen: string): HappeningKind[] {
  return HAPPENING_KINDS.filter((kind) => chosen === ALL || chosen === kind);
}

export function hookForm(slug: string, calls: WebhookCalls, onDone: (made: MadeWebhook) => void): HTMLElement {
  const form = askForm(slug, {
    name: "webhook",
    start: { kinds: ALL },
    labels: { url: "Address", kinds: "What it hears of" },
    fields: {
      url: textControl({
        name: "url",
        label: "Address",
        hint: "An https address of a program that takes messages, such as https://hooks.example.org/signpost.",
      }),
      kinds: radioControl({ name: "kinds", label: "What it hears of", as: "list", options: CHOICES }),
    },
    saveLabel: "Add it",
    busyLabel: "Adding it",
    check({ url, kinds }) {
      const problem = webhookUrlProblem(url.trim());
      return {
        ...(problem !== null && { url: problem }),
        ...(kindsOf(kinds).length === 0 && { kinds: "Choose what it hears of." }),
      };
    },
    send: async ({ url, kinds }) => {
      const made = await calls.add({ url: url.trim(), kinds: kindsOf(kinds) });
      return () => {
        form.set({});
        onDone(made);
      };
    },
  });
  return form.element;
}
