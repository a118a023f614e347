/** What goes along, title, note, who gets in and for how long: preset by the purpose, said in words, each to be changed. */
import {
  type LinkPurpose,
  SHARED_FIELDS,
  type SharedField,
  sharedFields,
  type SharedFields,
} from "../../worker/core/sharing";
import type { ScenarioView } from "../../worker/core/view-types";
import { now, today } from "../lib/clock";
import { h } from "../lib/dom";
import { type CheckField, checkField, linkFields } from "./link-fields";
import { endOf, type LinkProblems, type LinkValues, presetOf, titleFor } from "./options";
import { alongSentence, FIELD_WORDS } from "./field-words";
import { guardsSentence } from "./words";

export interface OptionsForm {
  element: HTMLElement;
  values: () => LinkValues;
  fields: () => SharedFields;
  set: (values: LinkValues, fields: SharedFields, purpose: LinkPurpose) => void;
  /** Another purpose: its end and title come instead of the last one's unless they were changed by hand. All else stays. */
  turn: (from: LinkPurpose, to: LinkPurpose) => void;
  show: (problems: LinkProblems) => boolean;
  focus: () => void;
}

/** A part that is said in a sentence, and opened to be changed. */
function folded(...content: HTMLElement[]): { element: HTMLDetailsElement; say: (sentence: string) => void } {
  const sentence = h("span", { class: "said" });
  const element = h(
    "details",
    { class: "option-group" },
    h("summary", {}, sentence, " ", h("span", { class: "change" }, "Change")),
    h("div", { class: "stack" }, ...content),
  );
  return { element, say: (text) => void (sentence.textContent = text) };
}

export function optionsForm(view: Pick<ScenarioView, "title" | "asOf">): OptionsForm {
  const asked = linkFields("", today());
  const passphrase = checkField(
    "passphrase",
    "Ask for a passphrase",
    "Made by the server and shown once, with the address. Send it another way than the address.",
  );
  const boxes = new Map(
    SHARED_FIELDS.map((field): [SharedField, CheckField] => {
      const { label, hint } = FIELD_WORDS[field];
      return [field, checkField(`along-${field}`, label, hint)];
    }),
  );
  const along = folded(
    h(
      "fieldset",
      { class: "stack tight" },
      h("legend", { class: "visually-hidden" }, "What goes along"),
      ...[...boxes.values()].map((box) => box.element),
    ),
    h(
      "p",
      { class: "hint small muted" },
      "Dates, titles, grades and scores of events always go along: the figures rest on them.",
    ),
  );
  const access = folded(
    passphrase.element,
    asked.endsOn.element,
    asked.viewCap.element,
    asked.since.element,
    asked.feeds.element,
  );

  const values = (): LinkValues => ({ ...asked.values(), passphrase: passphrase.checked() });
  const fields = (): SharedFields => sharedFields((field) => boxes.get(field)?.checked() ?? false);
  const say = (): void => {
    const typed = values();
    const cap = typed.viewCap.trim();
    const viewCap = /^\d+$/.test(cap) ? Number(cap) : null;
    along.say(alongSentence(fields()));
    access.say(guardsSentence({ expiresAt: endOf(typed.endsOn), passphrase: typed.passphrase, viewCap }, now()));
  };
  const set: OptionsForm["set"] = (next, chosen, purpose) => {
    asked.set(next);
    passphrase.set(next.passphrase);
    for (const [field, box] of boxes) box.set(chosen[field]);
    // A live page is never behind the log.
    asked.since.element.hidden = purpose === "live";
    asked.feeds.element.hidden = purpose !== "live";
    say();
  };
  return {
    element: h(
      "div",
      { class: "stack", oninput: say },
      asked.title.element,
      asked.note.element,
      along.element,
      access.element,
    ),
    values,
    fields,
    set,
    turn(from, to) {
      const typed = values();
      const preset = presetOf(to, today());
      const endsOn = typed.endsOn === presetOf(from, today()).endsOn ? preset.endsOn : typed.endsOn;
      const title = typed.title === titleFor(view, from) ? titleFor(view, to) : typed.title;
      set({ ...typed, since: preset.since, endsOn, title }, fields(), to);
    },
    show: (problems) =>
      asked.show(problems, (name) => {
        if (name === "endsOn" || name === "viewCap") access.element.open = true;
      }),
    focus: () => asked.title.focus(),
  };
}
