/** The parts of a form: a label, a control, a hint, a problem. Each knows its value as text and keeps it when hidden. */
import { h } from "../lib/dom";
import { idOf, labelText, messages } from "./control-parts";
import type { ChoiceOptions, Common, Control } from "./control-parts";
import { type Note, notePlace } from "./field-note";

export type { Control } from "./control-parts";
export { radioControl } from "./radio-control";

export interface TextOptions extends Common {
  rows?: number;
  type?: "text" | "url";
  inputmode?: "decimal";
  placeholder?: string;
  /** What the text is read as, shown under the field: "= $1.2 bn". */
  echo?: (value: string) => string;
  /** The same where it may also ask, or say what is wrong. Those wait for a pause in typing. */
  note?: (value: string) => Note | null;
}

/** A pause in typing, in milliseconds: half a date is no mistake yet. */
const PAUSE = 600;

export interface TextControl extends Control {
  /** Texts to pick from while typing; others may still be typed. */
  suggest(texts: readonly string[]): void;
}

/** A line or, with `rows`, a box of text. Takes any script: its direction follows the first letter typed. */
export function textControl(options: TextOptions): TextControl {
  const id = idOf(options.name);
  const shared = {
    id,
    name: options.name,
    dir: "auto",
    autocomplete: "off",
    "aria-required": options.optional ? null : "true",
  };
  const input = options.rows
    ? h("textarea", { ...shared, rows: options.rows })
    : h("input", {
        ...shared,
        // Not type=url: the browser's own complaint would differ from ours and block the summary.
        type: "text",
        inputmode: options.inputmode ?? (options.type === "url" ? "url" : null),
        placeholder: options.placeholder,
        spellcheck: options.type === "url" ? "false" : null,
      });
  const noteOf = options.note ?? saidBy(options.echo);
  const place = noteOf && notePlace(id);
  const { hint, error, show } = messages(options, input, place ? [place.id] : []);
  const element = h(
    "div",
    { class: "field" },
    h("label", { for: id }, ...labelText(options)),
    hint,
    input,
    place && place.element,
    error,
  );
  let told: string | null = null;
  let pause: ReturnType<typeof setTimeout> | undefined;
  /** One of the two at a time: what is said on saving is most often what the note says by itself. */
  const draw = (note: Note | null): void => {
    clearTimeout(pause);
    place?.show(note);
    const speaks = note !== null && note.kind !== "said";
    show(speaks ? null : told);
    if (speaks) input.setAttribute("aria-invalid", "true");
  };
  const refresh = (): void => draw(noteOf?.(input.value) ?? null);
  input.addEventListener("input", () => {
    const note = noteOf?.(input.value) ?? null;
    // What was told was about another text, and a note tells what is wrong with this one.
    if (options.note) told = null;
    draw(note?.kind === "said" ? note : null);
    if (note !== null && note.kind !== "said") pause = setTimeout(refresh, PAUSE);
  });
  input.addEventListener("change", refresh);
  return {
    id,
    element,
    value: () => input.value,
    set: (value) => {
      input.value = value;
      refresh();
    },
    problem(message) {
      told = message;
      refresh();
    },
    focus: () => input.focus(),
    suggest(texts) {
      element.querySelector("datalist")?.remove();
      element.append(h("datalist", { id: `${id}-list` }, ...texts.map((text) => h("option", { value: text }))));
      input.setAttribute("list", `${id}-list`);
    },
  };
}

function saidBy(echo: TextOptions["echo"]): TextOptions["note"] {
  return (
    echo &&
    ((value) => {
      const text = echo(value);
      return text === "" ? null : { kind: "said", text };
    })
  );
}

export function selectControl(options: ChoiceOptions & { empty: string }): Control {
  const id = idOf(options.name);
  const select = h(
    "select",
    { id, name: options.name, "aria-required": options.optional ? null : "true" },
    h("option", { value: "" }, options.empty),
    ...options.options.map(({ value, label }) => h("option", { value }, label)),
  );
  const { hint, error, show } = messages(options, select);
  return {
    id,
    element: h("div", { class: "field" }, h("label", { for: id }, ...labelText(options)), hint, select, error),
    value: () => select.value,
    set: (value) => {
      select.value = value;
    },
    problem: show,
    focus: () => select.focus(),
  };
}
