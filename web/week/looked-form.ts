/** Asks where somebody looked before it says that they did. */
import type { Month } from "../../worker/core/types";
import { textControl } from "../forms/controls";
import { formatDate } from "../lib/format";
import { askForm, type AskForm } from "../propositions/ask-form";
import { attest } from "./attest";

export interface LookedOptions {
  slug: string;
  month: Month;
  /** Whether something is logged in the month. */
  events: boolean;
  onDone: () => void;
  onCancel: () => void;
}

export const WHERE_MISSING = "Say where you looked: papers, agencies, search words.";

export function lookedForm({ slug, month, events, onDone, onCancel }: LookedOptions): AskForm<"note"> {
  const name = formatDate(month);
  return askForm(slug, {
    name: `looked.${month}`,
    labels: { note: "Where you looked" },
    fields: {
      note: textControl({
        name: "looked-note",
        label: "Where you looked",
        hint: events
          ? `Papers, agencies, search words. It says that nothing is missing in ${name}; its points stay as they are.`
          : `Papers, agencies, search words. ${name} then counts as quiet instead of being left out.`,
        rows: 2,
      }),
    },
    saveLabel: events ? "We looked: nothing more" : "We looked: nothing to log",
    busyLabel: "Saving",
    check: ({ note }) => (note.trim() === "" ? { note: WHERE_MISSING } : {}),
    send: async ({ note }) => {
      await attest(slug, [month], note.trim());
      return onDone;
    },
    onCancel,
  });
}
