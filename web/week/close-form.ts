/** Closes a month: looking, review and a note on one page, sent together. */
import type { ApiNote } from "../../worker/contract/api-types";
import type { Snapshot } from "../../worker/contract/link-types";
import type { Month } from "../../worker/core/types";
import { textControl } from "../forms/controls";
import { api } from "../lib/api";
import { h } from "../lib/dom";
import { formatDate } from "../lib/format";
import { scenarioPath } from "../lib/header";
import { askForm, type Question } from "../propositions/ask-form";
import { isCovered, lookingStep, reviewStep, step, type StepOptions } from "./close-steps";
import { monthFigures } from "./month-figures";
import { movedSentence } from "./week-words";

/** Answer to closing a month. */
export interface Closed {
  revision: number;
  note: ApiNote;
  snapshot: (Pick<Snapshot, "id"> & { url: string }) | null;
  problem?: string;
  unreviewed: number;
}

export interface CloseOptions extends StepOptions {
  /** The UTC day. */
  today: string;
  /** The note that the month has. */
  note: ApiNote | null;
  onClosed: (closed: Closed) => void;
}

const NOTE_LIMIT = 2000;
const LABELS = { looked: "Where you looked", text: "The note", freeze: "Freeze the month-end" };

/** A checkbox as a question: "no", or anything else for yes, so that an emptied form is checked again. */
function freezeQuestion(): Question {
  const box = h("input", { type: "checkbox", id: "freeze", checked: true, "aria-describedby": "freeze-hint" });
  return {
    id: "freeze",
    element: h(
      "div",
      { class: "field" },
      h("label", { class: "choice" }, box, h("span", {}, LABELS.freeze)),
      h(
        "p",
        { class: "hint", id: "freeze-hint" },
        "Makes a link to the figures of the month\u2019s last day, with this note and without your name. Its address is shown once.",
      ),
    ),
    value: () => (box.checked ? "yes" : "no"),
    set: (value) => {
      box.checked = value !== "no";
    },
    problem: () => undefined,
    focus: () => box.focus(),
  };
}

function fieldsFor(covered: boolean, name: string) {
  return {
    looked: textControl({
      name: "close-looked",
      label: LABELS.looked,
      optional: covered,
      hint: covered
        ? "Only if you searched the month for more than is logged: papers, agencies, search words."
        : `Nobody has looked at ${name} yet. Papers, agencies, search words; or log what happened.`,
      rows: 2,
    }),
    text: textControl({
      name: "close-text",
      label: LABELS.text,
      hint: "A few sentences for readers: what moved, what did not, what to watch. Shown on the dashboard under your name.",
      rows: 6,
    }),
    freeze: freezeQuestion(),
  };
}

export const closeDraft = (month: Month): string => `close.${month}`;

export function closeForm(options: CloseOptions): HTMLElement {
  const { slug, view, month, facts, note, today } = options;
  const name = formatDate(month);
  const covered = isCovered(facts);
  const moved = covered ? null : movedSentence(month, view.coverage.lastCovered, today);
  const fields = fieldsFor(covered, name);
  const looking = lookingStep(options, fields.looked.element);
  const writing = step(
    3,
    "Note",
    h("div", { class: "note-and-figures" }, fields.text.element, monthFigures(view, month)),
    fields.freeze.element,
  );
  return askForm(slug, {
    name: closeDraft(month),
    fields,
    ...(note && { start: { text: note.text } }),
    labels: LABELS,
    body: [
      ...(moved === null ? [] : [h("p", { class: "notice info" }, moved)]),
      looking.element,
      reviewStep(options).element,
      writing.element,
    ],
    saveLabel: `Close ${name}`,
    busyLabel: "Closing",
    onInput: ({ looked, text }) => {
      const seen = covered || looked.trim() !== "";
      looking.say(seen ? "done" : "to do", seen);
      writing.say(text.trim() === "" ? "to do" : "written", text.trim() !== "");
    },
    check: ({ looked, text }) => ({
      ...(!covered && looked.trim() === "" && { looked: `Say where you looked, or log what happened in ${name}.` }),
      ...(text.trim() === "" && { text: "Write a few sentences." }),
      // By characters as people count them, as the server does.
      ...([...text].length > NOTE_LIMIT && { text: `Shorten this to ${NOTE_LIMIT} characters.` }),
    }),
    send: async ({ looked, text, freeze }) => {
      const closed = await api<Closed>("POST", `${scenarioPath(slug)}/close-month`, {
        body: {
          month,
          text: text.trim(),
          freeze: freeze !== "no",
          ...(looked.trim() !== "" && { looked: looked.trim() }),
        },
      });
      return () => options.onClosed(closed);
    },
  }).element;
}
