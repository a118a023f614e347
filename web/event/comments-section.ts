/** What analysts say to each other about an event. */
import type { ApiComment } from "../../worker/contract/api-types";
import { NOTES_LIMIT } from "../../worker/contract/columns";
import { textControl } from "../forms/controls";
import { momentInWords } from "../forms/event-view";
import { api } from "../lib/api";
import { h } from "../lib/dom";
import { hasDraft } from "../lib/drafts";
import { countOf } from "../lib/format";
import { userText } from "../lib/user-text";
import { askForm } from "../propositions/ask-form";
import { reasonForm } from "../propositions/reason-form";
import { workPlace } from "../propositions/work-place";
import type { Dossier } from "./dossier";
import { button, quiet, section, userLines } from "./section";

const LABELS = { text: "Comment" };

function commentForm({ page, event, path, onDone }: Dossier, onCancel: () => void): HTMLElement {
  return askForm(page.slug, {
    name: `event.${event.id}.comment`,
    fields: {
      text: textControl({
        name: "comment-text",
        label: LABELS.text,
        rows: 3,
        hint: "For everybody who may read this event. It moves no points.",
      }),
    },
    labels: LABELS,
    saveLabel: "Save the comment",
    busyLabel: "Saving",
    onCancel,
    check: ({ text }) => ({
      ...(text.trim() === "" && { text: "Write something first." }),
      ...(text.length > NOTES_LIMIT && { text: `Shorten it to ${NOTES_LIMIT} characters.` }),
    }),
    send: async ({ text }) => {
      await api("POST", `${path}/comments`, { body: { text: text.trim() } });
      return () => onDone("The comment is saved.", "comments");
    },
  }).element;
}

function commentItem({ text, by, recordedAt }: ApiComment, takeBack: (() => void) | null): HTMLElement {
  return h(
    "li",
    { class: "stack tight" },
    userLines(text),
    h(
      "p",
      { class: "row muted small" },
      h("span", {}, userText(by), `, ${momentInWords(recordedAt)}`),
      takeBack &&
        h(
          "button",
          { class: "button small no-print", type: "button", onclick: takeBack },
          "Take back",
          h("span", { class: "visually-hidden" }, ` the comment of ${momentInWords(recordedAt)}`),
        ),
    ),
  );
}

export function commentsSection(dossier: Dossier): HTMLElement {
  const { page, event, life, path, writes, blind, onDone } = dossier;
  const { comments } = life;
  const work = workPlace(button("Add a comment", () => add()));
  const add = (): void => work.open("Add a comment", (onCancel) => [commentForm(dossier, onCancel)]);
  const takeBack = ({ number }: ApiComment): void =>
    work.open("Take back a comment", (onCancel) => [
      h("p", {}, "It will no longer be shown. It stays in the ledger."),
      reasonForm({
        slug: page.slug,
        name: `event.${event.id}.comment.${number}.back`,
        path: `${path}/comments/${number}`,
        saveLabel: "Take the comment back",
        busyLabel: "Taking it back",
        onDone: () => onDone("The comment is taken back.", "comments"),
        onCancel,
      }).element,
    ]);
  if (writes && hasDraft(page.slug, `event.${event.id}.comment`)) add();
  const owner = page.principal?.role === "owner";
  const list = h(
    "ol",
    { class: "plain entries" },
    ...comments.map((one) => commentItem(one, writes && (one.mine || owner) ? () => takeBack(one) : null)),
  );
  return section(
    "comments",
    "Comments",
    comments.length === 0 && quiet("Nobody has commented."),
    // A comment may name the grade.
    comments.length > 0 && (blind ? quiet(`${countOf(comments.length, "comment")}, shown with the grade.`) : list),
    writes && work.element,
  );
}
