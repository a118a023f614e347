/** One of a few, all in sight. Arrow keys move as in any radio group, and a letter or digit goes to its option. */
import { h } from "../lib/dom";
import { idOf, labelText, messages } from "./control-parts";
import type { ChoiceOptions, Control, Option } from "./control-parts";
import { latinKey } from "./latin-key";

export interface RadioControl extends Control {
  /** Other options under the same question; what was chosen stays chosen if it is still among them. */
  replace(options: Option[]): void;
  /** Only these can be chosen now; the others stay in sight, and `why` is read out with the group. */
  offer(values: ReadonlySet<string>, why: string): void;
  /** Asks the same in other words. */
  rename(label: string): void;
  /** Marks an option as proposed without choosing it. */
  propose(value: string): void;
}

/** The next option whose label begins with a typed character, after the one that has the focus. */
function startingWith(inputs: HTMLInputElement[], typed: string): HTMLInputElement | undefined {
  const at = inputs.findIndex((input) => input === document.activeElement && input.checked);
  const turned = [...inputs.slice(at + 1), ...inputs.slice(0, at + 1)];
  return turned.find((input) => {
    const label = input.nextElementSibling?.textContent ?? "";
    return !input.disabled && label.toLowerCase().startsWith(typed.toLowerCase());
  });
}

/** As pills, or as a list where the labels are sentences. */
export function radioControl(options: ChoiceOptions & { as: "pills" | "list" }): RadioControl {
  const id = idOf(options.name);
  const group = h("div", { class: options.as === "pills" ? "pills" : "choices" });
  const legend = h("legend", {}, ...labelText(options));
  const element = h(
    "fieldset",
    { class: "field", role: "radiogroup", id, "aria-required": options.optional ? null : "true" },
    legend,
  );
  const absent = h("p", { class: "visually-hidden", id: `${id}-absent` });
  const { hint, error, show } = messages(options, element, [absent.id]);
  element.append(...[hint, group, absent, error].filter((child) => child !== null));
  const inputs = (): HTMLInputElement[] => [...group.querySelectorAll("input")];
  const value = (): string => inputs().find((input) => input.checked)?.value ?? "";
  const set = (next: string): void => {
    for (const input of inputs()) input.checked = input.value === next;
  };
  const replace = (next: Option[]): void => {
    const kept = value();
    const radios = next.map((option) =>
      h(
        "label",
        { class: options.as === "pills" ? "pill" : "choice" },
        h("input", { type: "radio", name: options.name, value: option.value }),
        h("span", {}, option.label),
      ),
    );
    group.replaceChildren(...radios);
    set(kept);
  };
  replace(options.options);
  element.addEventListener("keydown", (event) => {
    const single = event.key.length === 1 && event.key !== " ";
    if (!single || event.ctrlKey || event.metaKey || event.altKey) return;
    // The labels may be in the keyboard's own script.
    const found = startingWith(inputs(), event.key) ?? startingWith(inputs(), latinKey(event));
    if (!found) return;
    event.preventDefault();
    found.focus();
    found.click();
  });
  return {
    id,
    element,
    value,
    set,
    problem: show,
    focus: () => (inputs().find((input) => input.checked) ?? inputs().find((input) => !input.disabled))?.focus(),
    replace,
    offer(values, why) {
      for (const input of inputs()) input.disabled = !values.has(input.value);
      absent.textContent = why;
    },
    rename(label) {
      legend.replaceChildren(...labelText({ ...options, label }));
    },
    propose(proposed) {
      for (const input of inputs()) {
        input.parentElement?.classList.toggle("proposed", input.value === proposed);
      }
    },
  };
}
