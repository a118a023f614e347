/** Several of a few. Its value is the chosen names, separated by spaces. */
import { idOf, messages } from "../forms/control-parts";
import type { Common, Control } from "../forms/control-parts";
import { h } from "../lib/dom";
import { userText } from "../lib/user-text";

export interface CheckboxOptions extends Common {
  options: { value: string; label: string; detail: string }[];
  /** Stands where an option has no detail. */
  empty: string;
}

export function checkboxes(options: CheckboxOptions): Control {
  const id = idOf(options.name);
  const inputs = options.options.map(({ value }) => h("input", { type: "checkbox", name: options.name, value }));
  const element = h("fieldset", { class: "field", id }, h("legend", {}, options.label));
  const { hint, error, show } = messages(options, element);
  const rows = options.options.map(({ label, detail }, at) =>
    h(
      "label",
      { class: "choice" },
      inputs[at],
      h("span", {}, label, h("span", { class: "muted small" }, ": ", detail === "" ? options.empty : userText(detail))),
    ),
  );
  element.append(...[hint, h("div", { class: "stack tight" }, ...rows), error].filter((child) => child !== null));
  return {
    id,
    element,
    value: () =>
      inputs
        .filter(({ checked }) => checked)
        .map(({ value }) => value)
        .join(" "),
    set: (value) => {
      const chosen = new Set(value.split(" "));
      for (const input of inputs) input.checked = chosen.has(input.value);
    },
    problem: show,
    focus: () => inputs[0]?.focus(),
  };
}
