/** Takes something back with a reason: a rating, or an outcome. */
import { textControl } from "../forms/controls";
import { api } from "../lib/api";
import { askForm, type AskForm } from "./ask-form";

export interface ReasonOptions {
  slug: string;
  /** Names the draft. */
  name: string;
  /** The API's path of what is taken back. */
  path: string;
  saveLabel: string;
  busyLabel: string;
  onDone: () => void;
  onCancel: () => void;
}

const LABELS = { reason: "Reason" };

export function reasonForm({ slug, name, path, onDone, ...options }: ReasonOptions): AskForm<"reason"> {
  return askForm(slug, {
    ...options,
    name,
    labels: LABELS,
    danger: true,
    fields: {
      reason: textControl({
        name: "back-reason",
        label: LABELS.reason,
        hint: "Kept in the history, for everybody to read.",
        rows: 2,
      }),
    },
    check: ({ reason }) => (reason.trim() === "" ? { reason: "Say why, in a few words." } : {}),
    send: async ({ reason }) => {
      await api("DELETE", path, { body: { reason: reason.trim() } });
      return onDone;
    },
  });
}
