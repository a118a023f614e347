/** The parts of a form: a label, a control, a hint, a problem. Each knows its value as text and keeps it when hidden. */
import { h } from "../lib/dom";
import { idOf, labelText, messages } from "./control-parts";
import type { ChoiceOptions, Common, Control } from "./control-parts";

export type { Control } from "./control-parts";
export { radioControl } from "./radio-control";

export interface TextOptions extends Common {
  rows?: number;
  type?: "text" | "url";
  inputmode?: "decimal";
  placeholder?: string;
  /** What the text is read as, shown beside the field: "= Wed 3 October 2012". */
  echo?: (value: string) => string;
}

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
  const echo = options.echo ? h("output", { class: "echo", id: `${id}-echo`, for: id }) : null;
  const { hint, error, show } = messages(options, input, echo ? [echo.id] : []);
  const element = h(
    "div",
    { class: "field" },
    h("label", { for: id }, ...labelText(options)),
    hint,
    input,
    echo,
    error,
  );
  const refresh = (): void => {
    if (echo) echo.textContent = options.echo?.(input.value) ?? "";
  };
  input.addEventListener("input", refresh);
  return {
    id,
    element,
    value: () => input.value,
    set: (value) => {
      input.value = value;
      refresh();
    },
    problem: show,
    focus: () => input.focus(),
    suggest(texts) {
      element.querySelector("datalist")?.remove();
      element.append(h("datalist", { id: `${id}-list` }, ...texts.map((text) => h("option", { value: text }))));
      input.setAttribute("list", `${id}-list`);
    },
  };
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
