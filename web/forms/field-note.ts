/** The one place under a field that says how its text is read, asks what is meant, or says what is wrong. */
import { h } from "../lib/dom";

export interface Note {
  kind: "said" | "asked" | "wrong";
  text: string;
  /** To what is asked: each is a button. */
  answers?: readonly { label: string; choose: () => void }[];
}

const LOOKS = { said: "echo", asked: "asked", wrong: "error" } as const satisfies Record<Note["kind"], string>;

export interface NotePlace {
  readonly id: string;
  element: HTMLElement;
  show(note: Note | null): void;
}

export function notePlace(fieldId: string): NotePlace {
  const id = `${fieldId}-note`;
  const text = h("output", { id, for: fieldId });
  const answers = h("div", { class: "row", role: "group", "aria-labelledby": id });
  const element = h("div", { class: "field-note", hidden: true }, text, answers);
  let shown = "";
  return {
    id,
    element,
    show(note) {
      // The same words would be read out again, and a button be taken away from under the finger that presses it.
      const key = note === null ? "" : JSON.stringify([note.kind, note.text, note.answers?.map(({ label }) => label)]);
      if (key === shown) return;
      shown = key;
      text.textContent = note?.text ?? "";
      text.className = note === null ? "" : LOOKS[note.kind];
      const buttons = (note?.answers ?? []).map(({ label, choose }) =>
        h("button", { class: "button small", type: "button", onclick: choose }, label),
      );
      answers.replaceChildren(...buttons);
      answers.hidden = buttons.length === 0;
      element.hidden = note === null;
    },
  };
}
