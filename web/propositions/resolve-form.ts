/** Says how a proposition came out, with the source that settles it; corrects what was said before. */
import type { ViewProposition } from "../../worker/core/view-types";
import { isWebAddress } from "../../worker/contract/check-source";
import { radioControl, textControl } from "../forms/controls";
import { dateControl } from "../forms/date-control";
import { parsePast } from "../forms/when";
import { api } from "../lib/api";
import { daysNow } from "../lib/clock";
import { askForm, type AskForm } from "./ask-form";
import { readWhen } from "./read-answers";

const LABELS = {
  result: "Outcome",
  on: "When it was settled",
  sourceTitle: "Title of the source",
  sourceUrl: "Link to the source",
  note: "Note",
  reason: "Reason for the change",
};
type Field = keyof typeof LABELS;

export interface ResolveOptions {
  slug: string;
  proposition: ViewProposition;
  onSaved: () => void;
  onCancel: () => void;
}

const settled = (typed: string) => parsePast(typed, daysNow());

function fieldsFor({ proposition }: ResolveOptions) {
  const name = (field: Field) => ({ name: `resolve-${field}`, label: LABELS[field] });
  return {
    result: radioControl({
      ...name("result"),
      as: "list",
      hint: "Only yes and no are scored.",
      options: [
        { value: "yes", label: "Yes: it came true" },
        { value: "no", label: "No: it did not" },
        { value: "partly", label: "Partly: some of it came true" },
        { value: "void", label: "Void: it can no longer be judged" },
      ],
    }),
    on: dateControl({
      ...name("on"),
      hint:
        proposition.type === "by"
          ? "For yes, the day it happened; a no counts from the day after the deadline, however early it was plain."
          : "The day on which it was plain.",
      placeholder: "31 dec 2012, dec 2012",
      read: settled,
    }),
    sourceTitle: textControl({ ...name("sourceTitle"), hint: "Headline or document, and who published it." }),
    sourceUrl: textControl({ ...name("sourceUrl"), optional: true, type: "url", placeholder: "https://" }),
    note: textControl({ ...name("note"), optional: true, rows: 3 }),
    reason: textControl({ ...name("reason"), hint: "Kept in the history, for everybody to read." }),
  };
}

export function resolveDraft(id: string): string {
  return `proposition.${id}.resolution`;
}

export function resolveForm(options: ResolveOptions): AskForm<Field> {
  const { slug, proposition } = options;
  const fields = fieldsFor(options);
  const before = proposition.outcome;
  fields.reason.element.hidden = before === null;
  const path = `/scenarios/${encodeURIComponent(slug)}/propositions/${encodeURIComponent(proposition.id)}/resolution`;
  return askForm<Field>(slug, {
    name: resolveDraft(proposition.id),
    fields,
    ...(before && { start: { ...before, on: before.on ?? "" } }),
    labels: LABELS,
    saveLabel: before ? "Save the change" : "Save the outcome",
    busyLabel: "Saving",
    onCancel: options.onCancel,
    check: (typed) => {
      const on = readWhen(settled(typed.on));
      const url = typed.sourceUrl.trim();
      return {
        ...(typed.result === "" && { result: "Choose one." }),
        ...(!on.ok && { on: on.problem }),
        ...(typed.sourceTitle.trim() === "" && { sourceTitle: "Name the source that settles it." }),
        ...(url !== "" && !isWebAddress(url) && { sourceUrl: "Start it with https:// or http://." }),
        ...(before && typed.reason.trim() === "" && { reason: "Say why, in a few words." }),
      };
    },
    send: async (typed) => {
      const on = readWhen(settled(typed.on));
      await api("POST", path, {
        body: {
          result: typed.result,
          on: on.ok ? on.value : typed.on,
          sourceTitle: typed.sourceTitle.trim(),
          ...(typed.sourceUrl.trim() !== "" && { sourceUrl: typed.sourceUrl.trim() }),
          ...(typed.note.trim() !== "" && { note: typed.note.trim() }),
          ...(before && { reason: typed.reason.trim() }),
        },
      });
      return options.onSaved;
    },
  });
}
