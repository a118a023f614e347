/** A section of the event's page with its heading. */
import { h } from "../lib/dom";
import type { Child } from "../lib/dom";
import { visibleText } from "../lib/user-text";

/** `id` is also the section's address: `#report` or `#history` leads to it. */
export function section(id: string, heading: string, ...content: Child[]): HTMLElement {
  return h("section", { class: "stack", "aria-labelledby": id }, h("h2", { id, tabindex: -1 }, heading), ...content);
}

/** What stands in a section that has nothing to show: one quiet line. */
export function quiet(text: string): HTMLElement {
  return h("p", { class: "muted" }, text);
}

/** A text of several lines. It stands on the side where its script begins, which a text within a line must not. */
export function userLines(text: string): HTMLElement {
  return h("p", { class: "lines", dir: "auto" }, visibleText(text));
}

export function button(label: string, onclick: () => void, kind = ""): HTMLButtonElement {
  return h("button", { class: `button ${kind}`.trim(), type: "button", onclick }, label);
}
