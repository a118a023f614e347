/** The parts of a form: a label, a control, a hint, a problem. Each knows its value as text and keeps it when hidden. */
import { h } from "../lib/dom";

export interface Control {
  readonly id: string;
  /** The whole field, to place, show or hide. */
  readonly element: HTMLElement;
  value(): string;
  set(value: string): void;
  /** Shows what is wrong, or clears it. */
  problem(message: string | null): void;
  focus(): void;
}

interface Common {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
}

export interface TextOptions extends Common {
  rows?: number;
  type?: "text" | "url";
  inputmode?: "decimal";
  placeholder?: string;
  /** What the text is read as, shown beside the field: "= Wed 3 October 2012". */
  echo?: (value: string) => string;
}

export interface Option {
  value: string;
  label: string;
}

export interface ChoiceOptions extends Common {
  options: Option[];
}

const idOf = (name: string): string => `field-${name}`;

function labelText({ label, optional }: Common): (string | HTMLElement)[] {
  return optional ? [`${label} `, h("span", { class: "optional" }, "(optional)")] : [label];
}

/** The hint and the problem under a label, and the wiring that reads them out with the control. */
function messages(options: Common, described: HTMLElement, extra: string[] = []) {
  const id = idOf(options.name);
  const hint = options.hint ? h("p", { class: "hint", id: `${id}-hint` }, options.hint) : null;
  const error = h("p", { class: "error", id: `${id}-error`, hidden: true });
  const show = (message: string | null): void => {
    error.textContent = message ?? "";
    error.hidden = message === null;
    const ids = [...(hint ? [hint.id] : []), ...extra, ...(message === null ? [] : [error.id])];
    if (ids.length > 0) described.setAttribute("aria-describedby", ids.join(" "));
    else described.removeAttribute("aria-describedby");
    if (message === null) described.removeAttribute("aria-invalid");
    else described.setAttribute("aria-invalid", "true");
  };
  show(null);
  return { hint, error, show };
}

/** A line or, with `rows`, a box of text. Takes any script: its direction follows the first letter typed. */
export function textControl(options: TextOptions): Control {
  const id = idOf(options.name);
  const shared = { id, name: options.name, dir: "auto", autocomplete: "off", "aria-required": !options.optional };
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
  const refresh = (): void => {
    if (echo) echo.textContent = options.echo?.(input.value) ?? "";
  };
  input.addEventListener("input", refresh);
  return {
    id,
    element: h("div", { class: "field" }, h("label", { for: id }, ...labelText(options)), hint, input, echo, error),
    value: () => input.value,
    set: (value) => {
      input.value = value;
      refresh();
    },
    problem: show,
    focus: () => input.focus(),
  };
}

export function selectControl(options: ChoiceOptions & { empty: string }): Control {
  const id = idOf(options.name);
  const select = h(
    "select",
    { id, name: options.name, "aria-required": !options.optional },
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

/** One of a few, all in sight: as pills, or as a list where the labels are sentences. */
export function radioControl(options: ChoiceOptions & { as: "pills" | "list" }): Control & {
  /** Other options under the same question; what was chosen stays chosen if it is still among them. */
  replace(options: Option[]): void;
} {
  const id = idOf(options.name);
  const group = h("div", { class: options.as === "pills" ? "pills" : "choices" });
  const legend = h("legend", {}, ...labelText(options));
  const element = h("fieldset", { class: "field", role: "radiogroup", id, "aria-required": !options.optional }, legend);
  const { hint, error, show } = messages(options, element);
  element.append(...[hint, group, error].filter((child) => child !== null));
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
  return {
    id,
    element,
    value,
    set,
    problem: show,
    focus: () => (inputs().find((input) => input.checked) ?? inputs()[0])?.focus(),
    replace,
  };
}
