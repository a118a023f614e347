/** What all controls of a form share: their options, their label, their hint and their problem. */
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

export interface Common {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
}

export interface Option {
  value: string;
  label: string;
}

export interface ChoiceOptions extends Common {
  options: Option[];
}

export const idOf = (name: string): string => `field-${name}`;

/** A problem after the name of its field: "When: say when." A question needs no colon. */
export function problemLine(label: string, problem: string): string {
  return `${label}${label.endsWith("?") ? "" : ":"} ${problem}`;
}

export function labelText({ label, optional }: Common): (string | HTMLElement)[] {
  return optional ? [`${label} `, h("span", { class: "optional" }, "(optional)")] : [label];
}

/** The hint and the problem under a label, and the wiring that reads them out with the control. */
export function messages(options: Common, described: HTMLElement, extra: string[] = []) {
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
