/** Takes something back with a reason: an event, a rating, an outcome, a comment. */
import { textControl } from "../forms/controls";
import { api, ApiProblem, asProblem } from "../lib/api";
import { askForm, type AskForm } from "./ask-form";

export interface ReasonOptions {
  slug: string;
  /** Names the draft. */
  name: string;
  /** The API's path of what is taken back. */
  path: string;
  headers?: Record<string, string>;
  label?: string;
  saveLabel: string;
  busyLabel: string;
  onDone: () => void;
  onCancel: () => void;
}

const CHANGED = "Somebody changed this meanwhile. Reload the page, read it again, then decide: your reason is kept.";

export function reasonForm(given: ReasonOptions): AskForm<"reason"> {
  const { slug, name, path, headers = {}, label = "Reason", onDone, ...options } = given;
  return askForm(slug, {
    ...options,
    name,
    labels: { reason: label },
    danger: true,
    fields: {
      reason: textControl({
        name: "back-reason",
        label,
        hint: "Kept in the history, for everybody to read.",
        rows: 2,
      }),
    },
    check: ({ reason }) => (reason.trim() === "" ? { reason: "Say why, in a few words." } : {}),
    send: async ({ reason }) => {
      await api("DELETE", path, { body: { reason: reason.trim() }, headers }).catch((error: unknown) => {
        const problem = asProblem(error);
        throw problem.status === 412 ? new ApiProblem(412, problem.code, CHANGED) : problem;
      });
      return onDone;
    },
  });
}
